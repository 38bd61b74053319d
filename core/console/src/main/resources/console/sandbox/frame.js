// All there is in the frame where a module's script is asked: no origin, no network, no page of anybody. The script runs in a worker of its
// own, so that one that never ends holds nothing up; it has one answer, as text, and then it is ended.
addEventListener('message', ({ ports: [page] }) => {
  const address = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  page.onmessage = ({ data: { script, datum, language } }) => {
    // No module itself: browsers refuse that where there is no origin. It can import one.
    const worker = new Worker(address(WORKER));
    const answer = (said) => {
      worker.terminate();
      page.postMessage({ said });
    };
    worker.onmessage = ({ data }) => answer(data);
    worker.onerror = (event) => {
      event.preventDefault();
      answer(null);
    };
    worker.postMessage({ module: address(script), datum, language });
  };
  page.postMessage({ ready: true });
}, { once: true });

// What could send more than one text is taken from the script before it is there.
const WORKER = `
  const send = postMessage.bind(self);
  const forget = (name) => {
    for (let at = self; at; at = Object.getPrototypeOf(at)) {
      delete at[name];
    }
  };
  onmessage = async ({ data: { module, datum, language } }) => {
    onmessage = null;
    ['postMessage', 'Worker', 'BroadcastChannel'].forEach(forget);
    let said = null;
    try {
      const { default: say } = await import(module);
      const text = JSON.stringify(await say(Object.freeze(datum), language));
      said = text.length <= 100000 ? text : null;
    } finally {
      send(said);
    }
  };
  onunhandledrejection = (event) => event.preventDefault();
`;
