import { language } from './language.js';
import { session } from './session.js';
import { call, Problem } from './api.js';

/**
 * Sends a file, saying how far it is; what `fetch` can't.
 * @param progress called with a number from 0 to 1
 * @returns {Promise<any>} the body of the answer
 */
export async function upload(path, file, type, progress, headers = {}) {
  // Whose session has ended signs in again before a large file is on its way.
  await call('GET', '/v1/session');
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'text';
    request.setRequestHeader('Accept-Language', language());
    request.setRequestHeader('Authorization', `Bearer ${session.token}`);
    request.setRequestHeader('Content-Type', type);
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = (e) => progress(e.lengthComputable ? e.loaded / e.total : 0);
    request.onload = () => {
      const body = request.getResponseHeader('Content-Type')?.includes('json') ? JSON.parse(request.responseText) : {};
      if (request.status >= 200 && request.status < 300) {
        resolve(body);
      } else {
        reject(new Problem(request.status, body));
      }
    };
    request.onerror = () => reject(new Problem(0, {}));
    request.send(file);
  });
}
