# SPDX-License-Identifier: GPL-3.0-or-later
"""The running application, driven from outside through the accessibility tree."""
import os
import shutil
import signal
import subprocess
import sys
import time

try:
    import gi
except ImportError:
    gi = None
if gi is None or shutil.which('xdotool') is None:
    print('skipped: it needs python3-gi and xdotool')
    sys.exit(77)

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.init()

TEXT_ROLES = ('label', 'heading', 'text', 'entry')
TIMEOUT = 15  # seconds until a state that should come counts as missing


def wait_for(condition, what):
    """The first true value of condition(); objects come and go meanwhile."""
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        try:
            value = condition()
            if value:
                return value
        except GLib.Error:
            pass
        time.sleep(0.05)
    raise AssertionError(f'waited in vain for {what}')


def walk(root):
    yield root
    for i in range(root.get_child_count()):
        child = root.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def names(node):
    """GTK 4.8 calls a button with a mnemonic "_Add Add"; newer versions say "Add"."""
    name = (node.get_name() or '').replace('_', '')
    half = name[:len(name) // 2]
    return {name, half} if name == f'{half} {half}' else {name}


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def actions_of(node):
    """By name; none of a text, whose many actions are those of every text."""
    if node.get_role_name() in TEXT_ROLES or 'Action' not in node.get_interfaces():
        return []
    try:
        return [Atspi.Action.get_action_name(node, i)
                for i in range(Atspi.Action.get_n_actions(node))]
    except GLib.Error:  # it lost one meanwhile
        return []


def is_text(node, name):
    return name in names(node) and 'EditableText' in node.get_interfaces()


def fill(node, text):
    Atspi.EditableText.set_text_contents(node, text)


class Application:
    def __init__(self, program):
        self.program = program
        self.process = None
        self.root = None
        self.found = {}
        self.window = None

    def start(self, *files):
        self.process = subprocess.Popen(
            [self.program, *files], env={**os.environ, 'GSETTINGS_BACKEND': 'keyfile'})
        self.found = {}
        self.root = wait_for(self._find_root, 'the application on the accessibility bus')
        wait_for(lambda: self.find_action('window.close'), 'its window')
        self.window = subprocess.run(
            ['xdotool', 'search', '--sync', '--onlyvisible', '--pid', str(self.process.pid)],
            check=True, capture_output=True, text=True).stdout.split()[0]

    def key(self, *keys):
        """Real keys; without a window manager the window is given the focus first."""
        subprocess.run(['xdotool', 'windowfocus', '--sync', self.window, 'key', *keys], check=True)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '20', text], check=True)

    def click_at(self, x, y, modifier=None):
        """A real pointer; the window is at the corner of the screen."""
        held = [['keydown', modifier], ['keyup', modifier]] if modifier else [[], []]
        subprocess.run(['xdotool', 'mousemove', str(x), str(y), *held[0], 'click', '1', *held[1]],
                       check=True)

    def drag(self, x, y, dx, dy, cancel=False):
        """In steps, as a hand does; with Escape before it is dropped."""
        steps = []
        for i in range(1, 11):
            steps += ['mousemove', str(x + dx * i // 10), str(y + dy * i // 10), 'sleep', '0.02']
        if cancel:
            steps += ['key', 'Escape']
        subprocess.run(['xdotool', 'mousemove', str(x), str(y), 'mousedown', '1', *steps,
                        'mouseup', '1'], check=True)

    def _find_root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def quit(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=TIMEOUT)

    def nodes(self):
        Atspi.Accessible.clear_cache(self.root)
        return walk(self.root)

    def find(self, key, matches, last=False):
        """The first (or last) node that matches; looked up where it was before, then everywhere."""
        node = self.found.get(key)
        try:
            if node is not None and matches(node):
                return node
        except GLib.Error:
            pass
        self.found[key] = None
        for node in self.nodes():
            try:
                if matches(node):
                    self.found[key] = node
                    if not last:
                        break
            except GLib.Error:  # it went meanwhile
                pass
        return self.found[key]

    def find_action(self, name):
        return self.find(('action', name), lambda node: name in actions_of(node))

    def click(self, name):
        def is_button(node):
            return 'button' in node.get_role_name() and name in names(node) and actions_of(node)

        def done():
            node = self.find(('button', name), is_button)
            return node and Atspi.Action.do_action(node, 0)

        wait_for(done, f'the button {name}')

    def find_text(self, name):
        """The text field of that name; the later one of two is the one that was added last."""
        return self.find(('text', name), lambda node: is_text(node, name), last=True)

    def all_fields(self, name):
        return [node for node in self.nodes() if is_text(node, name)]

    def fill(self, name, text):
        fill(wait_for(lambda: self.find_text(name), f'the field {name}'), text)

    def read(self, name):
        return text_of(wait_for(lambda: self.find_text(name), f'the field {name}'))

    def all_texts(self):
        """What stands on labels and in fields."""
        return [text_of(node) if 'Text' in node.get_interfaces() else node.get_name()
                for node in self.nodes() if node.get_role_name() in TEXT_ROLES]

    def list_items(self, name):
        """What is in the list of that name, in the order in which it is read."""
        def is_list(node):
            return node.get_role_name() == 'list' and name in names(node)

        node = self.find(('list', name), is_list)
        if node is None:
            return []
        Atspi.Accessible.clear_cache(node)
        items = [node.get_child_at_index(i) for i in range(node.get_child_count())]
        return [item for item in items if item is not None and item.get_name()]

    def extents(self, node):
        rect = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        return rect.x, rect.y, rect.width, rect.height

    def center(self, node):
        x, y, width, height = self.extents(node)
        return x + width // 2, y + height // 2

    def find_label(self, text):
        return any(node.get_role_name() == 'label' and text in names(node) for node in self.nodes())

    def has_focus(self, matches):
        return any(matches(node) and node.get_state_set().contains(Atspi.StateType.FOCUSED)
                   for node in self.nodes() if node.get_role_name() == 'check box')

    def tick(self, first, part):
        """As somebody does who has no mouse: Tab to the list, along it with the arrows, Space."""
        for key, wanted in (('Tab', first), ('Down', part)):
            for _ in range(40):
                if self.has_focus(lambda node: wanted in (node.get_name() or '')):
                    break
                self.key(key)
                time.sleep(0.1)
            else:
                raise AssertionError(f'{key} does not reach {wanted}')
        self.key('space')

    def can(self, action):
        """GTK hides an action that is disabled from the tree."""
        return self.find_action(action) is not None


cases = []


def case(function):
    """A case of the test program, named as its function; the application is not started yet."""
    cases.append(function)
    return function


def run_cases(program):
    """Each case with an application of its own; what comes of it as TAP. Returns the exit status."""
    failed = 0
    print(f'1..{len(cases)}')
    for number, function in enumerate(cases, 1):
        app = Application(program)
        try:
            function(app)
            result = 'ok'
        except Exception as error:  # a case that fails in any way has failed
            print(f'# {type(error).__name__}: {error}')
            result, failed = 'not ok', failed + 1
        finally:
            if app.process is not None and app.process.poll() is None:
                app.kill()
        print(f'{result} {number} /e2e/{function.__name__.replace("_", " ")}', flush=True)
    return 1 if failed else 0
