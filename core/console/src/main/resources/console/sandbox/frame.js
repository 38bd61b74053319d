// All there is in the frame where a module's script is asked: no origin, no network, no page of anybody. The script runs in a worker of its
// own, so that one that never ends holds nothing up. What it says goes back as text.
addEventListener('message', ({ data: { script, datum, language }, ports: [answer] }) => {
  const address = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  // No module itself: browsers refuse that where there is no origin. It can import one.
  const worker = new Worker(
    address(`onmessage = async ({ data: { module, datum, language } }) => {
      const { default: say } = await import(module);
      postMessage(JSON.stringify(await say(Object.freeze(datum), language)));
    };
    addEventListener('unhandledrejection', (event) => { event.preventDefault(); postMessage(null); });`),
  );
  worker.onmessage = ({ data }) => answer.postMessage(typeof data === 'string' && data.length <= 100_000 ? data : null);
  worker.onerror = (event) => {
    event.preventDefault();
    answer.postMessage(null);
  };
  worker.postMessage({ module: address(script), datum, language });
}, { once: true });
