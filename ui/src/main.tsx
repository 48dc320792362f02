import '@fontsource/noto-sans/latin-400.css';
import '@fontsource/noto-sans/latin-600.css';
import '@fontsource/noto-sans/latin-ext-400.css';
import '@fontsource/noto-sans/cyrillic-400.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/page.css';
import './components/icon.css';
import { render } from 'preact';
import { App } from './app.tsx';
import './settings/theme.ts';

const root = document.getElementById('app');
if (root !== null) render(<App />, root);
