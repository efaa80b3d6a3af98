using NanoBoard.Tests.Api;
using NanoBoard.Tests.Chips;
using NanoBoard.Tests.Running;
using NanoBoard.Tests.Time;

namespace NanoBoard.Tests.Quirks;

/// <summary>
/// Where the device bites: one row a quirk, each with the test that shows it on the board. The README of NanoBoard prints the same
/// rows and says how the firmware survives them.
/// </summary>
internal static class QuirkTable
{
    private const string Gpio = "GPIO";
    private const string Bus = "I2C";
    private const string Panel = "Display";
    private const string Clock = "Clock and time";
    private const string Sleeping = "Sleep and wake";
    private const string Files = "Files";
    private const string Serial = "Serial port";
    private const string Program = "Program";

    public static IReadOnlyList<Quirk> Rows { get; } =
    [
        new(Gpio, "Debounce counts 10 ms ticks, at least one, and reports late", typeof(GpioTests), nameof(GpioTests.With_debounce_a_press_is_two_edges_one_period_late_on_a_tick)),
        new(Gpio, "A second debounce period is stored but not used", typeof(GpioTests), nameof(GpioTests.A_second_debounce_period_does_not_reach_the_timer)),
        new(Gpio, "Edges always alternate, whatever the contact does", typeof(GpioTests), nameof(GpioTests.Without_debounce_edges_alternate_through_all_chatter)),
        new(Gpio, "The level at subscription is not reported: a held button yields only its release", typeof(GpioTests), nameof(GpioTests.A_button_held_at_subscription_yields_only_its_release)),
        new(Gpio, "A pin that is open already throws", typeof(GpioTests), nameof(GpioTests.A_pin_opens_once_and_again_after_it_was_closed)),
        new(Gpio, "An output reads low, whatever it drives", typeof(GpioTests), nameof(GpioTests.Inputs_read_the_line_and_outputs_read_low)),
        new(Gpio, "Disposing one controller closes the pins of all", typeof(GpioTests), nameof(GpioTests.Disposing_one_controller_closes_the_pins_of_all)),
        new(Gpio, "A function that drives is refused on an input-only and on a missing pin", typeof(PinFunctionTests), nameof(PinFunctionTests.A_function_that_drives_is_refused_on_an_input_only_and_on_a_missing_pin)),
        new(Gpio, "The converter gives its raw number, and a divider that is not switched on reads nothing", typeof(AnalogInputTests), nameof(AnalogInputTests.A_divider_is_measured_while_its_switch_is_on)),
        new(Gpio, "The radio takes the second converter, and keeps it when the network is left", typeof(AnalogInputTests), nameof(AnalogInputTests.The_radio_takes_the_second_converter_and_leaves_the_first)),
        new(Gpio, "A flash pin of the module crashes the chip", typeof(GpioTests), nameof(GpioTests.A_flash_pin_is_a_misuse)),

        new(Bus, "A refused address is a status, never an exception", typeof(I2cTests), nameof(I2cTests.A_missing_chip_is_a_status_and_no_exception)),
        new(Bus, "ReadByte drops the status and returns 0", typeof(I2cTests), nameof(I2cTests.A_missing_chip_is_a_status_and_no_exception)),
        new(Bus, "A stuck bus is a status after a second", typeof(I2cTests), nameof(I2cTests.A_stuck_bus_times_out_after_a_second)),
        new(Bus, "The last opened device sets the speed of the whole bus", typeof(I2cTests), nameof(I2cTests.The_last_opened_device_decides_the_speed_of_the_bus)),
        new(Bus, "Without SetPinFunction before it, a device talks to pins where nobody is", typeof(I2cTests), nameof(I2cTests.Without_its_pins_nobody_answers)),
        new(Bus, "A pin that is open as GPIO refuses the bus", typeof(I2cTests), nameof(I2cTests.A_pin_that_is_open_as_gpio_refuses_the_bus)),
        new(Bus, "An I2cDevice without settings kills the interpreter", typeof(I2cTests), nameof(I2cTests.A_device_without_settings_is_a_misuse)),
        new(Bus, "A transfer of no bytes tells nothing: not even the address goes out", typeof(I2cTests), nameof(I2cTests.Of_no_bytes_nothing_goes_on_the_bus_not_even_the_address)),

        new(Panel, "The constructor switches the panel on with whatever its RAM holds", typeof(Ssd1306DriverTests), nameof(Ssd1306DriverTests.Construction_switches_the_panel_on_with_its_noise)),
        new(Panel, "What an earlier boot left in RAM lights up again", typeof(DisplayQuirkTests), nameof(DisplayQuirkTests.The_constructor_lights_what_an_earlier_boot_left_in_the_panels_ram)),
        new(Panel, "A missing panel is not noticed by the driver", typeof(Ssd1306DriverTests), nameof(Ssd1306DriverTests.A_missing_panel_is_not_noticed)),
        new(Panel, "The command path overwrites the frame and sends its pixels as commands", typeof(Ssd1306DriverTests), nameof(Ssd1306DriverTests.A_command_overwrites_the_frame_and_sends_its_pixels_as_commands)),
        new(Panel, "A shared command (off, on, contrast) calls itself until the stack is gone", typeof(Ssd1306DriverTests), nameof(Ssd1306DriverTests.A_shared_command_overflows_the_stack)),
        new(Panel, "ClearScreen sends the frame: 16 transfers", typeof(DisplayQuirkTests), nameof(DisplayQuirkTests.ClearScreen_sends_the_whole_frame)),
        new(Panel, "Display always sends all of the frame", typeof(Ssd1306DriverTests), nameof(Ssd1306DriverTests.A_frame_is_16_transactions_and_1064_bytes_and_about_24_milliseconds)),
        new(Panel, "Every single pixel costs the interpreter some 0.2 ms", typeof(Ssd1306DriverTests), nameof(Ssd1306DriverTests.Pixels_are_turned_by_the_orientation_and_cost_time)),
        new(Panel, "Dispose takes the I2C device along and leaves the panel lit", typeof(DisplayQuirkTests), nameof(DisplayQuirkTests.Disposing_the_driver_disposes_its_device_and_leaves_the_panel_lit)),
        new(Panel, "The picture outlives deep sleep", typeof(Ssd1306DriverTests), nameof(Ssd1306DriverTests.The_picture_stays_over_deep_sleep_and_goes_with_the_power)),

        new(Clock, "The system clock begins at 1970", typeof(SystemClockTests), nameof(SystemClockTests.It_starts_at_1970_when_power_comes)),
        new(Clock, "It is set in whole seconds, and setting always says true", typeof(SystemClockTests), nameof(SystemClockTests.It_is_set_in_whole_seconds)),
        new(Clock, "Over deep sleep it drifts by percents, and so does the wake timer", typeof(SystemClockTests), nameof(SystemClockTests.It_survives_deep_sleep_with_the_error_of_its_oscillator)),
        new(Clock, "Waits end on a 10 ms tick", typeof(TimeAndChanceTests), nameof(TimeAndChanceTests.A_wait_ends_on_the_first_tick_at_or_after_its_time)),
        new(Clock, "Waits do not follow the clock that is set", typeof(SleepQuirkTests), nameof(SleepQuirkTests.A_wait_does_not_follow_the_clock_that_is_set)),
        new(Clock, "31 February becomes 3 March without an exception", typeof(TimeAndChanceTests), nameof(TimeAndChanceTests.A_day_too_many_runs_into_the_next_month)),
        new(Clock, "A DS3231 tells only by its stop flag that its time is worthless", typeof(Ds3231ChipTests), nameof(Ds3231ChipTests.A_fresh_chip_counts_from_2000_and_says_that_it_had_stopped)),
        new(Clock, "A DS3231 keeps the settings of another program: ageing, alarms, square wave, an oscillator that stops on battery", typeof(Ds3231SettingTests), nameof(Ds3231SettingTests.An_oscillator_that_is_off_on_battery_stops_with_the_main_supply)),
        new(Clock, "A DS3231 counts a 29 February in 2100", typeof(Ds3231CalendarTests), nameof(Ds3231CalendarTests.The_year_2100_has_a_29th_of_february)),
        new(Clock, "A DS3231 in 12-hour mode has the mode bit in its hours", typeof(Ds3231ChipTests), nameof(Ds3231ChipTests.Twelve_hour_mode_is_kept_as_written)),
        new(Clock, "A DS3231 keeps nonsense as it was written", typeof(Ds3231FaultTests), nameof(Ds3231FaultTests.Nonsense_stands_still_as_it_was_written)),
        new(Clock, "The century bit of a DS3231 stands in its month", typeof(Ds3231ChipTests), nameof(Ds3231ChipTests.The_century_bit_toggles_after_99)),
        new(Clock, "Random ignores its seed and is not for secrets", typeof(TimeAndChanceTests), nameof(TimeAndChanceTests.Random_numbers_follow_the_board_and_not_the_seed_argument)),

        new(Sleeping, "A wake is a cold boot: pins, bus and ports begin anew", typeof(WakeTests), nameof(WakeTests.Uptime_and_pins_begin_anew_at_each_boot)),
        new(Sleeping, "Deep sleep disposes nothing and runs no finally block", typeof(UnwindingTests), nameof(UnwindingTests.Finally_blocks_and_usings_have_no_effect_once_the_chip_sleeps)),
        new(Sleeping, "A button that is still down wakes the chip at once, again and again", typeof(SleepQuirkTests), nameof(SleepQuirkTests.A_program_that_sleeps_on_a_held_button_wakes_again_and_again)),
        new(Sleeping, "A short press is over before the program that it woke begins", typeof(SleepQuirkTests), nameof(SleepQuirkTests.A_short_press_is_over_before_the_program_it_woke_begins)),
        new(Sleeping, "GetWakeupGpioPin is empty after an EXT0 wake", typeof(WakeTests), nameof(WakeTests.The_button_wakes_at_its_first_edge_and_the_extended_status_stays_empty)),
        new(Sleeping, "Only some pins wake; of several bits the highest counts; a refusal is a return value", typeof(WakeTests), nameof(WakeTests.Only_some_pins_can_wake_the_chip_and_the_highest_counts)),
        new(Sleeping, "What was armed is forgotten at the next boot", typeof(WakeTests), nameof(WakeTests.What_was_armed_is_forgotten_at_the_next_boot)),

        new(Files, "Flush makes nothing durable, closing does", typeof(FileQuirkTests), nameof(FileQuirkTests.What_was_flushed_but_not_closed_is_lost_with_the_power)),
        new(Files, "An overwritten file keeps its old content until it is closed", typeof(FlashVolumeTests), nameof(FlashVolumeTests.Overwriting_is_one_durable_step_at_the_close)),
        new(Files, "A new file may be left empty by a power cut", typeof(FileQuirkTests), nameof(FileQuirkTests.A_power_cut_between_creation_and_close_leaves_a_new_file_empty)),
        new(Files, "An empty file exists and reads as no bytes", typeof(FileQuirkTests), nameof(FileQuirkTests.An_empty_file_is_there_and_reads_as_no_bytes)),
        new(Files, "A path without a drive, or with an unknown one, is a plain Exception", typeof(FileTests), nameof(FileTests.A_path_without_a_known_drive_is_a_plain_exception)),
        new(Files, "Move cannot replace", typeof(FileTests), nameof(FileTests.Moving_onto_an_existing_file_is_refused)),
        new(Files, "A volume that cannot be mounted is formatted without a word", typeof(FlashVolumeTests), nameof(FlashVolumeTests.A_volume_that_cannot_be_mounted_is_formatted_at_the_next_boot)),
        new(Files, "A failed write is an IOException, and the old content stands", typeof(FlashVolumeTests), nameof(FlashVolumeTests.A_failing_flash_throws_and_keeps_the_old_content)),

        new(Serial, "COM1 belongs to the wire protocol, and the others have no pins until they get some", typeof(SerialPortTests), nameof(SerialPortTests.The_wire_protocols_port_and_pinless_ports_are_refused)),
        new(Serial, "A second object for one port is refused", typeof(SerialPortTests), nameof(SerialPortTests.One_port_has_one_object_until_it_is_disposed)),
        new(Serial, "A full ring keeps its oldest 256 bytes and drops what comes", typeof(UartTests), nameof(UartTests.A_full_ring_keeps_its_oldest_256_bytes_and_drops_what_comes)),
        new(Serial, "Read waits for all the bytes it was asked for", typeof(SerialPortTests), nameof(SerialPortTests.A_read_waits_for_all_its_bytes)),
        new(Serial, "A write waits until the rest fits into the 128-byte FIFO", typeof(SerialPortTests), nameof(SerialPortTests.A_write_returns_when_the_rest_fits_into_the_fifo)),
        new(Serial, "A string above 100 bytes corrupts memory", typeof(SerialPortTests), nameof(SerialPortTests.Strings_of_up_to_100_bytes_are_sent_and_longer_ones_corrupt_memory)),
        new(Serial, "A string that meets a FIFO with too little room corrupts memory", typeof(SerialQuirkTests), nameof(SerialQuirkTests.A_string_that_meets_a_fifo_with_too_little_room_corrupts_memory)),
        new(Serial, "1-wire takes the UART of COM3, and a line that is shorted shows a chip of zeros", typeof(OneWireTests), nameof(OneWireTests.A_shorted_line_shows_presence_and_a_chip_of_zeros)),
        new(Serial, "What comes while the chip sleeps is lost", typeof(UartTests), nameof(UartTests.What_comes_while_asleep_or_closed_or_off_is_lost)),

        new(Program, "A Main that throws hangs the chip with its CPU on", typeof(HangTests), nameof(HangTests.A_main_that_throws_hangs_the_chip_and_the_host_sees_why)),
        new(Program, "A Main that returns hangs the chip, and no button wakes it", typeof(HangTests), nameof(HangTests.A_main_that_returns_hangs_the_chip_until_reset)),
        new(Program, "A handler that throws ends silently", typeof(GpioTests), nameof(GpioTests.A_handler_that_throws_does_not_stop_the_program)),
        new(Program, "No static field survives deep sleep", typeof(UnwindingTests), nameof(UnwindingTests.An_object_that_survived_in_a_static_field_is_a_misuse)),
    ];
}
