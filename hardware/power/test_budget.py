"""python3 -m unittest discover -s hardware/power"""
import glob
import json
import os
import unittest

import budget
import figures


class Budget(unittest.TestCase):
    def test_a_day_of_the_reference_board_by_hand(self):
        m = budget.Model(20.0, 40.0, 5.0, 1.0, 1.0, 30.0, False)
        day = budget.daily_mah(m, presses=9)
        self.assertAlmostEqual(day['asleep'], 0.48)
        self.assertAlmostEqual(day['awake'], 9 * 2 * 40 / 3600)
        self.assertAlmostEqual(day['panel'], 9 * 31 * 5 / 3600)
        self.assertEqual(day['CPU while shown'], 0)

    def test_a_token_that_is_never_pressed_only_sleeps(self):
        day = budget.daily_mah(budget.model('reference'), presses=0)
        self.assertEqual(sum(day.values()), day['asleep'])

    def test_self_discharge_alone_empties_an_idle_cell(self):
        idle = budget.Model(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, False)
        cell = figures.Battery('test', 100, 0.9, 0.03, '')
        self.assertAlmostEqual(budget.days(idle, cell), 900)

    def test_the_floors_hold_with_typical_figures(self):
        self.assertEqual(budget.below_floor(), [])

    def test_the_floors_are_300_days_on_a_small_cell_and_two_years_on_three_aaa(self):
        self.assertIn(('reference', 'LiPo 500 mAh', 300), budget.FLOORS)
        self.assertIn(('reference-aaa', '3 x AAA alkaline', 730), budget.FLOORS)

    def test_boots_are_counted_as_long_as_a_runtime_takes(self):
        self.assertGreaterEqual(figures.BUTTON_WAKE_S.typical, 2.0)
        self.assertGreaterEqual(figures.TIMER_WAKE_S.typical, 1.8)

    def test_the_radio_costs_days(self):
        m, cell = budget.model('reference'), budget.battery('LiPo 500 mAh')
        self.assertLess(budget.days(budget.radio_on(m), cell), 0.8 * budget.days(m, cell))

    def test_more_presses_and_more_contrast_cost_days(self):
        m, cell = budget.model('reference'), figures.BATTERIES[0]
        self.assertGreater(budget.days(m, cell, 5), budget.days(m, cell, 10))
        self.assertLess(budget.panel_ma(64), budget.panel_ma(255))

    def test_worst_is_never_better_than_typical_and_typical_never_than_best(self):
        for board in budget.PARTS_ASLEEP:
            worst, typical, best = (budget.days(budget.model(board, case), figures.BATTERIES[0]) for case in ('worst', 'typical', 'best'))
            self.assertLessEqual(worst, typical, board)
            self.assertLessEqual(typical, best, board)

    def test_every_board_profile_has_a_budget(self):
        profiles = {os.path.basename(p)[:-5] for p in glob.glob(os.path.join(budget.HERE, '..', 'boards', '*.json'))}
        self.assertEqual(profiles, set(budget.PARTS_ASLEEP))

    def test_a_board_that_loses_the_picture_asleep_stays_awake(self):
        self.assertTrue(budget.model('heltec-v3').awake_while_shown)
        self.assertFalse(budget.model('reference').awake_while_shown)

    def test_every_figure_names_its_source(self):
        for name, value in vars(figures).items():
            if isinstance(value, (figures.Figure, figures.Battery)):
                self.assertRegex(value.source, r'^\[(S|mem|assumed|measured)\]', name)
            if isinstance(value, figures.Figure):
                self.assertLessEqual(value.typical, value.maximum, name)
                self.assertLessEqual(budget.value(value, 'best'), value.typical, name)

    def test_assumed_figures_are_marked_for_the_bench(self):
        for name, value in vars(figures).items():
            if isinstance(value, figures.Figure) and value.source.startswith('[assumed]') and not name.startswith(('OLED_LIT', 'CAPACITOR')):
                self.assertIn('measured', value.source, name)

    def test_the_committed_model_is_what_the_program_writes(self):
        with open(os.path.join(budget.HERE, 'model.json'), encoding='utf-8') as file:
            self.assertEqual(json.load(file), budget.simulator_model())


if __name__ == '__main__':
    unittest.main()
