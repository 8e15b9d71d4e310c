"""Other processes: only this interpreter itself can be one."""

import os
import posix
import sys
import _subprocess

PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessError(Exception):
    pass


def _stdout(self):
    """What the process of an error wrote has two names."""
    return self.output


class TimeoutExpired(SubprocessError):
    stdout = property(_stdout)

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd, self.timeout = cmd, timeout
        self.output, self.stderr = output, stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"


class CalledProcessError(SubprocessError):
    stdout = property(_stdout)

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd = returncode, cmd
        self.output, self.stderr = output, stderr

    def __str__(self):
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)

    def __repr__(self):
        shown = [
            f"{name}={value!r}" for name, value in vars(self).items()
            if value is not None or name not in ("stdout", "stderr")
        ]
        return f"CompletedProcess({', '.join(shown)})"


_VALUED = ("-W", "-X")


def _understand(words):
    """The source to run, what `sys.argv` is to be, and whether it is typed at the prompt; no source: it is the input."""
    prompt = False
    at = 1
    while at < len(words):
        word = words[at]
        at += 1
        if word == "-c":
            if at == len(words):
                raise FileNotFoundError(2, "No such file or directory", words[0])
            return words[at], ["-c"] + words[at + 1:], False
        if word in _VALUED:
            at += 1
        elif word == "-i":
            prompt = True
        elif word == "-":
            return None, ["-"] + words[at:], prompt
        elif not word.startswith("-"):
            with open(word) as file:
                return file.read(), words[at - 1:], False
    return None, [""], prompt


class Popen:
    """A process that has run to its end when it is waited for."""

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None,
                 preexec_fn=None, close_fds=True, shell=False, cwd=None, env=None,
                 universal_newlines=None, startupinfo=None, creationflags=0,
                 restore_signals=True, start_new_session=False, pass_fds=(), *, user=None,
                 group=None, extra_groups=None, encoding=None, errors=None, text=None, umask=-1,
                 pipesize=-1, process_group=None):
        words = [args] if isinstance(args, str) else [os.fspath(word) for word in args]
        if shell or not words or words[0] != (executable or sys.executable):
            raise FileNotFoundError(2, "No such file or directory", words[0] if words else "")
        self.args = args
        self.pid = posix.getpid() + 1
        self.returncode = None
        self._words = words
        self._text = bool(text or universal_newlines or encoding or errors)
        self._stdout, self._stderr = stdout, stderr
        self._results = None, None

    def communicate(self, input=None, timeout=None):
        if self.returncode is None:
            if isinstance(input, bytes):
                input = input.decode()
            input = input or ""
            source, argv, prompt = _understand(self._words)
            if source is None:
                source, input = input, ""
            status, out, err = _subprocess.run(source, argv, input, prompt)
            if self._stderr == STDOUT:
                out, err = out + err, b""
            self._results = self._deliver(out, self._stdout, 1), self._deliver(err, self._stderr, 2)
            self.returncode = status
        return self._results

    def _deliver(self, data, where, descriptor):
        if where == PIPE:
            return data.decode() if self._text else data
        if where is None:
            posix.write(descriptor, data)
        elif where not in (DEVNULL, STDOUT):
            posix.write(where if isinstance(where, int) else where.fileno(), data)
        return None

    def wait(self, timeout=None):
        self.communicate()
        return self.returncode

    poll = wait

    def kill(self):
        pass

    terminate = kill

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.wait()


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    process = Popen(*popenargs, **kwargs)
    stdout, stderr = process.communicate(input)
    done = CompletedProcess(process.args, process.returncode, stdout, stderr)
    if check:
        done.check_returncode()
    return done


def call(*popenargs, timeout=None, **kwargs):
    return run(*popenargs, **kwargs).returncode


def check_call(*popenargs, timeout=None, **kwargs):
    run(*popenargs, check=True, **kwargs)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    if "stdout" in kwargs:
        raise ValueError("stdout argument not allowed, it will be overridden.")
    return run(*popenargs, stdout=PIPE, check=True, **kwargs).stdout


def getoutput(cmd):
    raise FileNotFoundError(2, "No such file or directory", cmd)
