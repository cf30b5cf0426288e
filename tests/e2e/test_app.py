#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A postmortem is written on every page, the process is killed, and all of it is there again; then
everything is undone to the empty form and redone."""
import sys
import time

from driver import Application, wait_for

# One field of each section page, and what is written into it.
FIELDS = [
    ('What happened', 'Checkout answered with errors for eleven minutes.'),
    ('Number of users', '12400'),
    ('Detection', 'An alert on the error ratio fired.'),
    ('Trigger', 'A configuration push.'),
    ('Title', 'Checkout errors after a configuration push'),
]
EVENTS = [
    '2026-05-04 14:02 configuration pushed',
    '14:03 error ratio above 5 %',
    '14:05 alert fired',
    '+4m push rolled back',
    '14:13 error ratio back to normal',
]
ACTIONS = ['Stage configuration pushes', 'Alert on the error ratio per region', 'Rehearse rollbacks']

cases = []


def case(function):
    cases.append(function)
    return function


def assert_everything(app):
    for name, text in FIELDS:
        shown = wait_for(lambda n=name: app.find_text(n) and app.read(n), f'a text in {name}')
        assert shown.replace('\u202f', '') == text, f'{name}: {shown!r}'
    texts = ' '.join(app.all_texts())
    for event in EVENTS:
        words = event.split(' ', 2)[2] if event[0] == '2' else event.split(' ', 1)[1]
        assert words in texts, f'event {words!r} is not there'
    for action in ACTIONS:
        assert action in texts, f'action {action!r} is not there'


def add_event(app, line):
    app.fill('Add event', line)
    app.act('events.add')
    wait_for(lambda: app.read('Add event') == '', 'the line for the next event')


def add_action(app, title):
    app.act('actions.add')
    wait_for(lambda: app.find_text('Action') and app.read('Action') == '', 'an empty action')
    app.fill('Action', title)


@case
def everything_written_survives_a_kill(app):
    app.start()
    app.act('win.new')
    for name, text in FIELDS:
        app.fill(name, text)
    for line in EVENTS:
        add_event(app, line)
    for title in ACTIONS:
        add_action(app, title)
    assert_everything(app)
    time.sleep(3)  # longer than autosave may wait
    app.kill()
    app.start()
    assert_everything(app)


@case
def undo_reaches_the_empty_form_and_redo_comes_back(app):
    app.start()
    app.act('win.new')
    written = FIELDS[:1] + FIELDS[3:]
    for name, text in written:
        app.fill(name, text)
    for _ in range(200):
        if all(app.read(name) == '' for name, _ in written):
            break
        app.act('editor.undo')
    for name, _ in written:
        assert app.read(name) == '', f'{name} is not empty'
    for _ in range(200):
        if all(app.read(name) == text for name, text in written):
            break
        app.act('editor.redo')
    for name, text in written:
        assert app.read(name) == text, f'{name} did not come back'


@case
def a_signal_ends_it_in_order(app):
    app.start()
    assert app.quit() == 0


def main():
    failed = 0
    print(f'1..{len(cases)}')
    for number, function in enumerate(cases, 1):
        app = Application(sys.argv[1])
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


if __name__ == '__main__':
    sys.exit(main())
