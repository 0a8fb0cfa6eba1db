// The token of those who may change the collection: kept while the window is open, so that it is typed once.
const TOKEN = 'govsearch:token';

/** @param {string} [token] to keep @returns {string} */
export function remembered(token) {
  try {
    if (token != null) sessionStorage.setItem(TOKEN, token);
    return sessionStorage.getItem(TOKEN) ?? '';
  } catch {
    return token ?? '';
  }
}

const WHY = {
  401: '管理口令不对。', 405: '这个服务没有开放上传和更正：启动时没有给 --admin-token。', 413: '文件太大，最多 64 MB。',
  429: '请求太多，请过一会儿再试。',
};

/** What to tell of a change that was not made. @param {import('./api.js').ApiError} error */
export const whyNot = (error) => WHY[error.status] ?? (error.detail || '没有完成，请重试。');
