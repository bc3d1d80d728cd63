"use strict";
// The Playground listens on all interfaces and cannot be told otherwise. Behind this, it listens on loopback and
// connects to loopback alone: `node --require ./loopback.cjs cli.js start …`.

const net = require("node:net");

const HERE = "127.0.0.1";
const LOOPBACK = new Set([HERE, "localhost", "::1"]);
const { listen } = net.Server.prototype;
const { connect } = net.Socket.prototype;

net.Server.prototype.listen = function (...given) {
  const [first, ...rest] = given;
  if (first !== null && typeof first === "object") return listen.call(this, { ...first, host: HERE }, ...rest);
  const told = rest.filter((one) => typeof one === "function");
  return listen.call(this, { port: Number(first) || 0, host: HERE }, ...told);
};

net.Socket.prototype.connect = function (...given) {
  const first = Array.isArray(given[0]) ? given[0][0] : given[0];
  const host = first !== null && typeof first === "object" ? first.host : given[1];
  if (typeof host === "string" && !LOOPBACK.has(host)) {
    process.nextTick(() => this.destroy(new Error(`${host} is not this machine`)));
    return this;
  }
  return connect.apply(this, given);
};
