// A worker plays replications of two plans, as it is (0) and changed (1), one at a time.
//
// In   {module, stored}                    first
//      {play: replication, plan, settings} a plan is read again when its settings are not those it has
// Out  {answer, municipalities}            of that replication
//      {problems}                          the settings cannot be played
//      {failed: words}                     the worker is of no more use
function work() {
  let engine, stored;
  const opened = [{}, {}];

  const play = ({ play: replication, plan, settings }) => {
    const wanted = JSON.stringify(settings);
    if (opened[plan].settings !== wanted) {
      const { ready, problems, municipalities } = engine.open(plan, stored, settings);
      opened[plan] = ready ? { settings: wanted, municipalities } : {};
      if (!ready) return { problems };
    }
    return { answer: engine.play(plan, replication), municipalities: opened[plan].municipalities };
  };

  let ready = Promise.resolve();
  const answer = async (message) => {
    if ("play" in message) return postMessage(play(message));
    stored = message.stored;
    engine = await Engine.start(message.module);
  };
  onmessage = ({ data }) => {
    ready = ready.then(() => answer(data)).catch((error) => postMessage({ failed: error.message }));
  };
}
