/** After all tests: the server that was started for them ends. */
module.exports = async () => {
  await globalThis.liuhenMongoDB?.stop();
};
