const KEY = "metalayer.logged-in";

/**
 * Whether somebody was logged in here. The cookie itself cannot be seen, and asking the server about a session that
 * there never was would be a failed request on every first visit.
 */
export function wasLoggedIn(): boolean {
  return localStorage.getItem(KEY) !== null;
}

export function rememberLogin(loggedIn: boolean): void {
  if (loggedIn) localStorage.setItem(KEY, "yes");
  else localStorage.removeItem(KEY);
}
