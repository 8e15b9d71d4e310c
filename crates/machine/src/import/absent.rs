//! Why a module is not there.

use crate::module::stdlib_names::is_stdlib_module;

const WINDOWS: &str = "there are no windows and no screen here";
const NETWORK: &str = "there is no network here";
const PROCESSES: &str = "there are no other processes here";
const PACKAGES: &str = "packages cannot be installed here";

/// Names of modules and packages that programs often ask for.
const REASONS: &[(&str, &str)] = &[
    (WINDOWS, "curses pygame tkinter turtle turtledemo idlelib webbrowser readline rlcompleter pyautogui"),
    (
        NETWORK,
        "aiohttp bs4 django fastapi flask ftplib http httpx imaplib nntplib poplib requests select selectors smtplib socket socketserver \
         ssl telnetlib urllib.error urllib.request urllib.robotparser wsgiref xmlrpc",
    ),
    (PROCESSES, "concurrent.futures.process fcntl mmap msvcrt multiprocessing psutil pty pwd grp resource signal syslog termios tty winreg"),
    (
        PACKAGES,
        "PIL cv2 hypothesis jax keras matplotlib networkx pandas pip plotly polars pydantic pympler pytest rich scipy seaborn setuptools \
         sklearn sympy tensorflow torch tqdm yaml",
    ),
];

/// The reason, for a name that is known.
pub(crate) fn reason(name: &str) -> Option<&'static str> {
    let root = name.split('.').next().unwrap_or(name);
    let known = REASONS.iter().find(|(_, names)| names.split_whitespace().any(|known| known == name || known == root));
    match known {
        Some((reason, _)) => Some(reason),
        None if is_stdlib_module(root) => Some("this part of the standard library is not here"),
        None => None,
    }
}
