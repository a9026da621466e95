// The embedded VS Code is installed without running any package's scripts, so nothing native is compiled. Two of its
// native modules are needed all the same: without spdlog every output channel and log stays empty and each process prints
// a page of errors; without native-watchdog each extension host prints one. Plain JavaScript does for both.
import fs from 'node:fs';
import path from 'node:path';

const LOGGER = `'use strict';
const fs = require('fs'), path = require('path');
const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(file) { this.file = file; this.level = 2; this.raw = false; }
  write(level, text) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const line = this.raw ? text : time + ' [' + names[level] + '] ' + text + '\\n';
    try { fs.appendFileSync(this.file, line); } catch { /* the folder is gone: the server is stopping */ }
  }
  trace(t) { this.write(0, t); } debug(t) { this.write(1, t); } info(t) { this.write(2, t); }
  warn(t) { this.write(3, t); } error(t) { this.write(4, t); } critical(t) { this.write(5, t); }
  getLevel() { return this.level; } setLevel(level) { this.level = level; }
  setPattern() { this.raw = false; } clearFormatters() { this.raw = true; } flush() {} drop() {}
}
// One by one: VS Code imports them by name, and Node finds such names only when they are written like this.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger(file);
};
`;

/** @param {string} modules the folder that holds VS Code's own node_modules */
export function writeStandIns(modules) {
  fs.writeFileSync(path.join(modules, '@vscode/native-watchdog/index.js'), 'exports.start = () => {};\n');
  fs.writeFileSync(path.join(modules, '@vscode/spdlog/index.js'), LOGGER);
}
