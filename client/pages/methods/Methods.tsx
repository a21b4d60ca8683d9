import { useQuery } from '@tanstack/react-query';
import { DEPARTURES, EXAMPLES, type Example } from '../../../data/text/examples.ts';
import { GLOSSARY } from '../../../data/text/glossary.ts';
import { METHODS, type Method } from '../../../data/text/methods.ts';
import { answer } from '../../api.ts';
import { Fact } from '../../ui/Fact.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import './style.css';

/** Every method in words, with its formula, its source, when it is not used, and worked through on a published figure. */
export default function Methods() {
  useTitle('Methods');
  return (
    <div className="width">
      <div className="finding">
        <h1>How the figures are made and judged</h1>
        <p className="lede">
          {METHODS.length} methods, each after its source and worked through on figures that you can ask for
          and redo. They are the same on every page, in the API and in every file.
        </p>
      </div>
      <nav aria-label="On this page">
        <ul className="on-page">
          <li>
            <a href="#words">Words explained</a>
          </li>
          {METHODS.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
          <li>
            <a href="#departures">Where we differ from national tools</a>
          </li>
        </ul>
      </nav>
      <section className="part method-part" aria-labelledby="words">
        <h2 id="words">Words explained</h2>
        <dl className="facts">
          {GLOSSARY.map(({ name, text, method }) => (
            <Fact key={name} name={name}>
              {text}
              {method && (
                <>
                  {' '}
                  <a href={`#${method}`}>
                    The method<span className="hidden"> for: {name}</span>
                  </a>
                </>
              )}
            </Fact>
          ))}
        </dl>
      </section>
      {METHODS.map((method) => (
        <Described key={method.id} method={method} example={EXAMPLES[method.id]} />
      ))}
      <section className="part" aria-labelledby="departures">
        <h2 id="departures">Where we differ from national tools</h2>
        <p className="prose">Both answers, from the same published figures.</p>
        {DEPARTURES.map((departure) => (
          <div key={departure.name} className="departure">
            <h3>{departure.name}</h3>
            <Worked example={departure} />
          </div>
        ))}
      </section>
    </div>
  );
}

const Described = ({ method, example }: { method: Method; example: Example | undefined }) => (
  <section className="part method-part" aria-labelledby={method.id} data-testid={`method-${method.id}`}>
    <h2 id={method.id}>{method.name}</h2>
    <p className="prose">{method.text}</p>
    <ul className="formula" aria-label="Formula">
      {method.formula.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <dl className="facts">
      <Fact name="After">{method.source}</Fact>
      <Fact name="Not used">{method.unless}</Fact>
      {example && (
        <Fact name="Worked">
          <Worked example={example} />
        </Fact>
      )}
    </dl>
  </section>
);

/** An example from the answer that the server gives now, and the way to that answer. */
function Worked({ example: { url, say } }: { example: Example }) {
  const { data, error } = useQuery(answer(url));
  if (error) return <p>The figures of this example could not be had: {error.message}</p>;
  if (data === undefined) return <p className="waiting">Loading the figures…</p>;
  return (
    <p>
      {worked(say, data as never)} <a href={url}>The figures, as JSON</a>
    </p>
  );
}

function worked(say: Example['say'], reply: never): string {
  try {
    return say(reply);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return 'The figures loaded here do not hold this example.';
  }
}
