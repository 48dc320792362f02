import { useEffect, useRef, useState } from 'preact/hooks';
import type { Text } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import { theme } from '../../settings/theme.ts';
import { Notice } from '../notice.tsx';
import type { GraphData, Picks } from './graph-data.ts';
import './graph.css';

const NO_GRAPH: Text = {
  en: 'This browser cannot draw the graph (no WebGL 2). The table beside it says the same.',
  fr: 'Ce navigateur ne peut dessiner le graphe (pas de WebGL 2). Le tableau dit la même chose.',
};

interface Props extends Picks {
  /** What it shows, for those who do not see it; the table of the page says the same. */
  readonly label: string;
  readonly data: GraphData;
}

/** A graph by sigma, whose code is fetched only now. */
export function GraphView({ label, data, onNode, onEdge }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const picks = useRef<Picks>({ onNode, onEdge });
  picks.current = { onNode, onEdge };
  const drawn = theme.value;

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let remove = () => {};
    let gone = false;
    // Drawn when it comes into view: WebGL below the fold may be given up by the browser before it is scrolled to.
    const view = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      view.disconnect();
      import('./draw-graph.ts')
        .then(({ drawGraph }) => {
          if (!gone) remove = drawGraph(element, data, handlers(picks));
        })
        .catch(() => setFailed(true));
    });
    view.observe(element);
    return () => {
      gone = true;
      view.disconnect();
      remove();
    };
  }, [data, drawn]);

  if (failed) return <Notice kind="unchecked">{t(NO_GRAPH)}</Notice>;
  return <div ref={box} class="graph" role="img" aria-label={label} />;
}

/** What is picked is told to whoever listens now, not to whoever did when the graph was drawn. */
function handlers(picks: { readonly current: Picks }): Picks {
  return {
    onNode: (id) => picks.current.onNode(id),
    onEdge: (id) => picks.current.onEdge(id),
  };
}
