#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A postmortem is written on every page, the process is killed, and all of it is there again; then
everything is undone to the empty form and redone. From outside, with real keys and the
accessibility tree:

    GTK_A11Y=atspi tests/support/headless.sh tests/e2e/test_app.py build/src/afterword
"""
import os
import sys
import tempfile

from driver import case, fill, run_cases, wait_for

# The pages in their order; a field of each, and what is written into it. Lessons and actions are lists.
SUMMARY, IMPACT, TIMELINE, CAUSE, LESSONS, ACTIONS_PAGE, DETAILS = range(7)
FIELDS = {
    SUMMARY: ('What happened', 'Checkout answered with errors for eleven minutes.'),
    IMPACT: ('Number of users', '12400'),
    TIMELINE: ('Detection', 'An alert on the error ratio fired.'),
    CAUSE: ('Trigger', 'A configuration push.'),
    DETAILS: ('Title', 'Checkout errors after a configuration push'),
}
LESSON = 'The alert fired within a minute.'
EVENTS = [
    ('2026-05-04 14:02', 'configuration pushed'),
    ('14:03', 'error ratio above five percent'),
    ('14:05', 'alert fired'),
    ('+4m', 'push rolled back'),
    ('14:13', 'error ratio back to normal'),
]
ACTIONS = ['Stage configuration pushes', 'Alert on the error ratio per region', 'Rehearse rollbacks']

def write_field(app, page):
    if page in FIELDS:
        name, text = FIELDS[page]
        app.fill(name, text)
        wait_for(lambda: app.read(name) != '', f'{text!r} in {name}')


def add_lesson(app):
    app.click('Add What Went Well')
    wait_for(lambda: app.find_text('What went well'), 'a row for a lesson')
    app.fill('What went well', LESSON)


def add_event(app, time, text):
    app.fill('New event', f'{time} {text}')
    app.click('Add')
    wait_for(lambda: app.read('New event') == '', 'the line for the next event')


def add_action(app, title):
    before = len(app.all_fields('Action'))
    app.click('Add an Action Item')
    fields = wait_for(lambda: app.all_fields('Action')[before:], 'a row for the action')
    fill(fields[0], title)


def write_pages(app, events, actions):
    """Page after page, as somebody would who never touches the mouse to turn them."""
    for page in range(DETAILS + 1):
        write_field(app, page)
        if page == TIMELINE:
            for time, text in events:
                add_event(app, time, text)
        elif page == LESSONS:
            add_lesson(app)
        elif page == ACTIONS_PAGE:
            for title in actions:
                add_action(app, title)
        app.key('ctrl+Page_Down')


def find_missing(app, lists):
    # of events far below there are no rows yet, but the figure has them
    texts = app.all_texts() + [item.get_name() for item in app.list_items('Timeline')]
    return [text for text in [*(text for _, text in FIELDS.values()), *lists]
            if not any(text in shown.replace('\u202f', '') for shown in texts)]


def assert_everything(app, lists):
    missing = []

    def is_complete():
        missing[:] = find_missing(app, lists)
        return not missing

    try:
        wait_for(is_complete, 'everything')
    except AssertionError:
        figure = [item.get_name() for item in app.list_items('Timeline')]
        raise AssertionError(f'missing: {missing}, the figure has {figure}') from None


def wait_saved(app):
    wait_for(lambda: app.find_label('Saved'), 'the word that it is saved')


@case
def everything_written_survives_a_kill(app):
    everything = [LESSON, *(text for _, text in EVENTS), *ACTIONS]
    app.start()
    app.key('ctrl+n')
    write_pages(app, EVENTS, ACTIONS)
    assert_everything(app, everything)
    wait_saved(app)
    app.kill()
    app.start()
    assert_everything(app, everything)


@case
def undo_reaches_the_empty_form_and_redo_comes_back(app):
    app.start()
    app.key('ctrl+n')
    wait_for(lambda: app.find_text('Title') and app.read('Title') == '', 'an empty form')
    write_pages(app, EVENTS[:1], [])
    steps = 0
    while app.can('editor.undo'):
        app.key('ctrl+z')
        steps += 1
        assert steps < 100, 'undo does not end'
    assert steps >= len(FIELDS) + 2, f'{steps} steps'
    for name, _ in FIELDS.values():
        assert app.read(name) == '', f'{name} still says {app.read(name)!r}'
    for _ in range(steps):
        app.key('ctrl+shift+z')
    assert_everything(app, [LESSON, EVENTS[0][1]])
    assert not app.can('editor.redo')


CHAT = '\n'.join(f'[2026-05-04 14:0{i}] <responder-{i % 2 + 1}> {text}' for i, text in enumerate(
    ['queue is full', 'paged', 'lunch?', 'rolled back', 'all clear']))


@case
def a_chat_is_looked_through_and_comes_in(app):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'chat.txt')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(CHAT)
        app.start(path)
        wait_for(lambda: app.find_label('5 events · 2 texts and details'), 'what comes in')
        app.tick('E1, ', 'lunch?')
        wait_for(lambda: app.find_label('4 events · 2 texts and details'), 'one less')
        app.click('Create')
        wait_for(lambda: app.find_label('Saved'), 'the document')
        app.key('ctrl+Page_Down', 'ctrl+Page_Down')
        wait_for(lambda: app.find_label('rolled back'), 'an event in the timeline')
        assert not app.find_label('lunch?')


@case
def a_signal_ends_it_in_order(app):
    app.start()
    app.key('ctrl+n')
    app.fill('Title', 'Written just now')
    assert app.quit() == 0
    app.start()
    wait_for(lambda: app.read('Title') == 'Written just now', 'the title')


if __name__ == '__main__':
    sys.exit(run_cases(sys.argv[1]))
