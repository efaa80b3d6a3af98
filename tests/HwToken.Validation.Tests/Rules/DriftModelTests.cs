using HwToken.Validation.Rules;

namespace HwToken.Validation.Tests.Rules;

public sealed class DriftModelTests
{
    private const long Start = 1_800_000_000;
    private const int Week = 7 * 86_400;
    private const int Year = 365 * 86_400;

    [Fact]
    public void A_new_token_gets_the_plain_window() => Assert.Equal(0, DriftModel.New(Start).GrowthSteps(Start, 30, 9));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30 * 86_400, 0)]
    [InlineData(180 * 86_400, 2)]
    [InlineData(Year, 5)]
    [InlineData(10L * Year, 9)]
    public void The_window_grows_with_the_idle_time_up_to_its_bound(long idle, int steps) =>
        Assert.Equal(steps, DriftModel.New(Start).GrowthSteps(Start + idle, 30, 9));

    [Fact]
    public void A_clock_that_is_ahead_or_behind_is_learned_from_successes()
    {
        DriftModel model = DriftModel.New(Start);
        long now = Start;
        for (int i = 0; i < 40; i++)
        {
            now += 86_400 + (i * 7);
            model = model.Learn((now + 25) / 30, now, 30);
        }

        Assert.InRange(model.OffsetSeconds, 19, 31);
        Assert.Equal(0, model.GrowthSteps(now, 30, 9));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(-8)]
    [InlineData(20)]
    public void After_half_a_year_of_use_a_token_is_found_where_its_rate_has_taken_it_a_year_later(double ppm)
    {
        DriftModel model = DriftModel.New(Start);
        long now = Start;
        for (int week = 1; week <= 26; week++)
        {
            now = Start + (week * Week) + (week * 11);
            model = model.Learn(Step(now, ppm), now, 30);
        }

        long later = now + Year;
        long wrong = Math.Abs(Step(later, ppm) - model.PredictStep(later, 30));
        Assert.True(wrong <= 1 + model.GrowthSteps(later, 30, 9), $"{wrong} steps off, rate learned as {model.RatePpm:F2} ppm");

        // What a constant offset would have said: outside the window, for all but the best clocks.
        long constant = Math.Abs(Step(later, ppm) - ((later + (long)model.OffsetSeconds) / 30));
        Assert.True(constant > wrong, "the rate made no difference: this test shows nothing");
    }

    [Fact]
    public void A_jump_is_taken_over_as_it_is_and_leaves_the_rate_alone()
    {
        DriftModel model = DriftModel.New(Start).At(Start + Year) with { RatePpm = 3 };
        long now = Start + Year;
        DriftModel jumped = model.Learn((now + 36_000) / 30, now, 30);
        Assert.InRange(jumped.OffsetSeconds, 36_000 - 30, 36_000 + 30);
        Assert.Equal(3, jumped.RatePpm, 6);
    }

    [Fact]
    public void A_server_clock_that_goes_back_widens_nothing()
    {
        DriftModel model = DriftModel.New(Start);
        Assert.Equal(model, model.At(Start - 1000));
    }

    [Fact]
    public void Variances_stay_positive_over_ten_thousand_successes() => Seeded.Run(20260101, random =>
    {
        DriftModel model = DriftModel.New(Start);
        long now = Start;
        for (int i = 0; i < 10_000; i++)
        {
            now += random.Next(1, 100_000);
            model = model.Learn((now - random.Next(0, 25)) / 30, now, 30);
            Assert.True(model.OffsetVariance > 0 && model.RateVariance > 0 && model.Covariance * model.Covariance <= model.OffsetVariance * model.RateVariance * 1.0001);
        }
    });

    private static long Step(long now, double ppm) => (long)Math.Floor((now + ((now - Start) * ppm / 1e6)) / 30);
}
