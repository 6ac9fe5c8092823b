// A worker plays replications of two plans, as it is and changed, one at a time.
//
// In   {module, stored}                       first
//      {open: job, base, changed}             settings of both plans; as long as `base` stays the same its plan is kept
//      {play: replication, job, both}         both: the plan as it is, too
// Out  {opened: job, ready, problems, municipalities}
//      {played: replication, job, before, after}
//      {failed: words}                        the worker is of no more use
function work() {
  let engine, stored, base = null, municipalities = [], unchanged = false;

  const open = ({ open: job, base: wanted, changed }) => {
    let facts = { ready: true, problems: [] };
    if (JSON.stringify(wanted) !== base) {
      facts = engine.open(0, stored, wanted);
      municipalities = facts.municipalities;
    }
    base = facts.ready ? JSON.stringify(wanted) : null;
    unchanged = changed.length === 0;
    if (facts.ready && !unchanged) facts = engine.open(1, stored, [...wanted, ...changed]);
    return { opened: job, ready: facts.ready, problems: facts.problems, municipalities };
  };
  const play = ({ play: replication, job, both }) => {
    const before = both || unchanged ? engine.play(0, replication) : null;
    return { played: replication, job, before, after: unchanged ? before : engine.play(1, replication) };
  };

  let ready = Promise.resolve();
  const answer = async (message) => {
    if (message.module) {
      stored = message.stored;
      engine = await Engine.start(message.module);
    } else {
      postMessage("open" in message ? open(message) : play(message));
    }
  };
  onmessage = ({ data }) => {
    ready = ready.then(() => answer(data)).catch((error) => postMessage({ failed: error.message }));
  };
}
