import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';

interface Props<T extends string> {
  readonly legend: string;
  readonly choices: readonly T[];
  readonly chosen: Signal<T>;
  readonly tell: (choice: T) => string;
}

/** One of a few, kept in a signal. */
export function Choice<T extends string>({ legend, choices, chosen, tell }: Props<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            value={choice}
            checked={chosen.value === choice}
            onChange={() => {
              chosen.value = choice;
            }}
          />
          {tell(choice)}
        </label>
      ))}
    </fieldset>
  );
}
