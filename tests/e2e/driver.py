# SPDX-License-Identifier: GPL-3.0-or-later
"""The running application, driven from outside through the accessibility tree."""
import os
import signal
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.init()

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
    if 'Action' not in node.get_interfaces():
        return []
    return [Atspi.Action.get_action_name(node, i) for i in range(Atspi.Action.get_n_actions(node))]


class Application:
    def __init__(self, program):
        self.program = program
        self.process = None
        self.root = None

    def start(self):
        self.process = subprocess.Popen([self.program])
        self.root = wait_for(self._find_root, 'the application on the accessibility bus')
        wait_for(lambda: self.find_action('win.show-library'), 'its window')

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
        return walk(self.root)

    def find_action(self, name):
        for node in self.nodes():
            if name in actions_of(node):
                return node
        return None

    def act(self, name):
        node = wait_for(lambda: self.find_action(name), f'the action {name}')
        Atspi.Action.do_action(node, actions_of(node).index(name))

    def click(self, name):
        def button():
            for node in self.nodes():
                if 'button' in node.get_role_name() and name in names(node) and actions_of(node):
                    return node
            return None

        node = wait_for(button, f'the button {name}')
        Atspi.Action.do_action(node, 0)

    def find_text(self, name):
        """The text field of that name; the later one of two is the one that was added last."""
        found = None
        for node in self.nodes():
            if name in names(node) and 'EditableText' in node.get_interfaces():
                found = node
        return found

    def fill(self, name, text):
        node = wait_for(lambda: self.find_text(name), f'the field {name}')
        Atspi.EditableText.set_text_contents(node, text)
        return node

    def read(self, name):
        return text_of(wait_for(lambda: self.find_text(name), f'the field {name}'))

    def all_texts(self):
        return [text_of(node) for node in self.nodes() if 'Text' in node.get_interfaces()]
