#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A timeline is written and changed by hand: typed lines, events dragged in the figure, several
shifted at once, a milestone marked; then all of it is undone and redone. From outside, with real
keys, a real pointer and the accessibility tree:

    GTK_A11Y=atspi tests/support/headless.sh tests/e2e/test_timeline.py build/src/afterword
"""
import re
import sys

from driver import case, run_cases, wait_for

LINES = [
    '2026-05-04 14:00 configuration pushed #change',
    '14:02-14:08 error ratio above five percent #symptom !impact-start @users',
    '14:05 alert fired #alert !detected',
    '14:14 push rolled back #action @responders',
]
NAMES = [
    '14:00, System: configuration pushed',
    '14:02, Impact start, Users: error ratio above five percent',
    '14:05, Detected, System: alert fired',
    '14:14, Responders: push rolled back',
]


def figure_names(app):
    return [item.get_name() for item in app.list_items('Timeline')]


def list_names(app):
    return [item.get_name() for item in app.list_items('Events')]


def wait_names(app, names):
    """The figure and the list say the same; rows far below what is in sight are not made."""
    def do_agree():
        rows = list_names(app)
        return figure_names(app) == names and rows and rows == names[:len(rows)]

    try:
        wait_for(do_agree, 'the names')
    except AssertionError:
        raise AssertionError(f'{names}, not {figure_names(app)} and {list_names(app)}') from None


def find_item(app, text):
    return next(item for item in app.list_items('Timeline') if text in item.get_name())


def grip(app, text):
    """Where an event is taken hold of in the figure: by its mark or by its label."""
    return app.center(find_item(app, text))


def add_line(app, line):
    entry = wait_for(lambda: app.find_text('New event'), 'the line for events')
    app.click_at(*app.center(entry))
    app.type(line)
    app.key('Return')
    wait_for(lambda: app.read('New event') == '', 'the line for the next event')


def time_of(name):
    hours, minutes = re.match(r'(\d+):(\d+)(?=,)', name).groups()
    return int(hours) * 60 + int(minutes)


def write_events(app):
    app.start()
    app.key('ctrl+n')
    wait_for(lambda: app.find_text('Title'), 'an empty form')
    app.key('ctrl+Page_Down', 'ctrl+Page_Down')
    for line in LINES:
        add_line(app, line)
    wait_names(app, NAMES)


def drag_event(app):
    """Dropped, it is on a whole minute; before that, Escape leaves it where it was."""
    x, y = grip(app, 'alert fired')
    app.drag(x, y, 60, 0, cancel=True)
    wait_names(app, NAMES)
    app.drag(x, y, 60, 0)
    wait_for(lambda: 'alert fired' in ''.join(figure_names(app)) and NAMES[2] not in figure_names(app),
             'another time')
    names = figure_names(app)
    moved = next(name for name in names if 'alert fired' in name)
    assert 14 * 60 + 5 < time_of(moved) < 14 * 60 + 14, moved
    wait_names(app, sorted(names))
    return sorted(names)


def shift_events(app, names):
    """The last two, chosen with Control, by two minutes."""
    app.click_at(*grip(app, 'alert fired'))
    app.click_at(*grip(app, 'push rolled back'), modifier='ctrl')
    app.key('ctrl+t')
    app.type('+2 min')
    app.key('Return')
    wait_for(lambda: '14:16, Responders: push rolled back' in figure_names(app), 'the later time')
    shifted = figure_names(app)
    assert shifted[:2] == names[:2], shifted
    assert time_of(shifted[2]) == time_of(names[2]) + 2, shifted
    wait_names(app, shifted)
    return shifted


def mark_milestone(app, names):
    app.click_at(*grip(app, 'push rolled back'))
    app.key('alt+8')
    marked = [*names[:3], '14:16, Mitigated, Responders: push rolled back']
    wait_names(app, marked)
    return marked


def undo_and_redo(app, names):
    steps = 0
    while app.can('editor.undo'):
        app.key('ctrl+z')
        steps += 1
        assert steps < 50, 'undo does not end'
    assert steps == len(LINES) + 3, f'{steps} steps'
    wait_for(lambda: not list_names(app), 'an empty timeline')
    for _ in range(steps):
        app.key('ctrl+shift+z')
    wait_names(app, names)
    wait_for(lambda: app.find_label('Saved'), 'the word that it is saved')


@case
def a_timeline_is_written_and_changed_by_hand(app):
    write_events(app)
    names = drag_event(app)
    names = shift_events(app, names)
    names = mark_milestone(app, names)
    undo_and_redo(app, names)
    app.kill()
    app.start()
    app.key('ctrl+Page_Down', 'ctrl+Page_Down')
    wait_names(app, names)


if __name__ == '__main__':
    sys.exit(run_cases(sys.argv[1]))
