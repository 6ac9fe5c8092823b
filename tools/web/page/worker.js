// A worker plays replications of two plans, as it is (0) and changed (1), one at a time.
//
// In   {module, stored}                    first
//      {play: replication, plan, settings, job}   a plan is read again when its settings are not those it has
// Out  {job, plan, played: replication, answer, municipalities}
//      {job, problems}                     the settings cannot be played
//      {failed: words}                     the worker is of no more use
function work() {
  let engine, stored;
  const opened = [{}, {}];

  const play = ({ play: replication, plan, settings, job }) => {
    const wanted = JSON.stringify(settings);
    if (opened[plan].settings !== wanted) {
      const { ready, problems, municipalities } = engine.open(plan, stored, settings);
      opened[plan] = ready ? { settings: wanted, municipalities } : {};
      if (!ready) return { job, problems };
    }
    return { job, plan, played: replication, answer: engine.play(plan, replication), municipalities: opened[plan].municipalities };
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
