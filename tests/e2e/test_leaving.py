#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a postmortem tells outsiders is looked through before it leaves, from outside: with real
keys, and through the accessibility tree.

    GTK_A11Y=atspi tests/support/headless.sh tests/e2e/test_leaving.py build/src/afterword
"""
import subprocess
import sys

from driver import Atspi, actions_of, case, names, run_cases, wait_for

CAUSE, DETAILS = 3, 6  # pages after the first
TRIGGER = 'Ada pushed to 10.20.30.40.'

def act(app, action):
    node = wait_for(lambda: app.find_action(action), action)
    Atspi.Action.do_action(node, actions_of(node).index(action))


def turn(app, pages):
    for _ in range(pages):
        app.key('ctrl+Page_Down')


def is_focused(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def begin(app):
    app.start()
    app.key('ctrl+n')
    wait_for(lambda: app.find_text('What happened'), 'the form')
    turn(app, CAUSE)


def write(app):
    """An owner whose name the trigger has, and an address."""
    begin(app)
    app.fill('Trigger', TRIGGER)
    turn(app, DETAILS - CAUSE)
    app.fill('Owner', 'Ada Example')
    wait_for(lambda: app.read('Owner') == 'Ada Example', 'the owner')


def count(app, text):
    return wait_for(lambda: app.find_label(text), text)


def selection_of(node):
    if Atspi.Text.get_n_selections(node) == 0:
        return ''
    where = Atspi.Text.get_selection(node, 0)
    return Atspi.Text.get_text(node, where.start_offset, where.end_offset)


def click_row(app, title):
    """Rows of a list have no action of their own: the pointer goes there."""
    row = wait_for(
        lambda: next((node for node in app.nodes()
                      if node.get_role_name() == 'list item' and title in names(node)), None), title)
    place = Atspi.Component.get_extents(row, Atspi.CoordType.WINDOW)
    subprocess.run(['xdotool', 'mousemove', str(place.x + 60), str(place.y + place.height // 2),
                    'click', '1'], check=True)


@case
def a_key_makes_a_word_private_and_no_more(app):
    begin(app)
    wait_for(lambda: is_focused(app.find_text('Trigger')), 'the cursor in the trigger')
    subprocess.run(['xdotool', 'windowfocus', '--sync', app.window, 'type', '--delay', '40',
                    'told Acme'], check=True)
    wait_for(lambda: app.read('Trigger') == 'told Acme', 'what was typed')
    app.key('ctrl+shift+p')
    wait_for(lambda: app.read('Trigger') == 'told ||Acme||', 'the marks')
    app.key('ctrl+shift+p')
    wait_for(lambda: app.read('Trigger') == 'told Acme', 'the word without marks')
    app.key('ctrl+shift+p')
    app.key('ctrl+z')
    wait_for(lambda: app.read('Trigger') == 'told Acme', 'one step back')


@case
def findings_are_settled_one_by_one(app):
    write(app)
    act(app, 'win.preflight')
    count(app, '2 things to look at before this leaves')
    app.click('Mark as Private: 10.20.30.40')
    count(app, '1 thing to look at before this leaves')
    wait_for(lambda: app.read('Trigger') == 'Ada pushed to ||10.20.30.40||.', 'the marks')
    app.click('May Leave: Ada')
    count(app, 'Nothing Stands Out')
    # and it stays so while the document is open
    act(app, 'win.preflight')
    count(app, 'Nothing Stands Out')


@case
def a_finding_leads_to_its_place(app):
    write(app)
    act(app, 'win.preflight')
    count(app, '2 things to look at before this leaves')
    click_row(app, '10.20.30.40')
    wait_for(lambda: selection_of(app.find_text('Trigger')) == '10.20.30.40', 'the selection')


if __name__ == '__main__':
    sys.exit(run_cases(sys.argv[1]))
