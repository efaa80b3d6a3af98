using System.Globalization;
using HwToken.Validation.Keys;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using HwToken.Validation.Tests.Support;

namespace HwToken.Validation.Tests.Rules;

/// <summary>A code that was noted down dies: on no path, and by no sequence of acts, is it accepted after the time that the README states.</summary>
public sealed class CodeLifeTests
{
    private const long Begin = 1_800_000_000;
    private const int Period = 30;
    private static readonly ValidationRules Numbers = new();
    private static readonly TableCodes Codes = new(step => (uint)(step % 1_000_003 * 7919 % 1_000_000));

    [Fact]
    public void The_README_states_these_lives()
    {
        string readme = Project.Read("hostsim", "HwToken.Validation", "README.md");
        foreach (long seconds in new[]
        {
            CodeLife.SignIn(Period, Numbers), CodeLife.PublicReset(Period, Numbers), CodeLife.SignInAfterPublicReset(Period, Numbers), CodeLife.VouchedReset(Period, Numbers),
        })
        {
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"| {seconds:N0} s |"), readme, StringComparison.Ordinal);
        }
    }

    /// <summary>The attack that opened an account at night: three codes of the morning, the public reset with two of them, a sign-in with the third.</summary>
    [Fact]
    public void Codes_of_the_morning_open_nothing_at_night()
    {
        Credential credential = Fresh();
        long morning = Begin / Period;
        Assert.IsType<Decision.Reject>(Pair(credential, morning, morning + 1, isPublic: true, Begin + 36_000));
        Assert.IsType<Decision.Accept>(Pair(credential, morning, morning + 1, isPublic: false, Begin + 36_000));
    }

    /// <summary>A thief who can look at the token now and then acts as he likes through the public pages and, if he has the password, signs in.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_sequence_of_public_acts_makes_a_code_live_longer(int seed)
    {
        var random = new Random(seed);
        for (int story = 0; story < 300; story++)
        {
            Credential credential = Fresh() with { Drift = DriftModel.New(Begin, random.Next(-8, 9)) };
            long now = Begin + random.Next(0, 300_000_000);
            for (int act = 0; act < 60; act++)
            {
                now += random.Next(1, 400);
                long step = (now / Period) - random.Next(-2, 140);
                bool isPair = random.Next(2) == 0;
                bool isPublic = isPair || random.Next(2) == 0;
                Decision decision = isPair ? Pair(credential, step, step + 1, isPublic, now) : Single(credential, step, isPublic, now);
                if (decision is not Decision.Accept accept)
                {
                    continue;
                }

                long age = now - (accept.First * Period);
                long longest = isPair ? CodeLife.PublicReset(Period, Numbers) : CodeLife.SignInAfterPublicReset(Period, Numbers);
                Assert.True(age <= longest + Doubt(credential, now), $"seed {seed}, story {story}, act {act}: a code of {age} s was accepted");
                credential = credential with { NextFactor = accept.Last + 1, Drift = accept.Drift, PublicShift = accept.PublicShift, PublicShiftAt = accept.PublicShiftAt };
            }
        }
    }

    [Fact]
    public void A_day_is_the_longest_life_behind_a_password()
    {
        long step = Begin / Period;
        long longest = CodeLife.VouchedReset(Period, Numbers);
        Assert.IsType<Decision.Accept>(Pair(Fresh(), step, step + 1, isPublic: false, Begin + longest - Period));
        Assert.IsType<Decision.Reject>(Pair(Fresh(), step, step + 1, isPublic: false, Begin + longest + Period));
    }

    /// <summary>What the service does not know of the clock shifts the life: this clock is right, and was believed to be up to 8 s off.</summary>
    private static long Doubt(Credential credential, long now) => Period + (long)Math.Abs(credential.Drift.At(now).OffsetSeconds - credential.PublicShift);

    private static Decision Pair(Credential credential, long first, long second, bool isPublic, long now) =>
        Decide(credential, new TypedCodes(Codes.Compute(first), Codes.Compute(second)), isPublic, now);

    private static Decision Single(Credential credential, long step, bool isPublic, long now) => Decide(credential, new TypedCodes(Codes.Compute(step), null), isPublic, now);

    private static Decision Decide(Credential credential, TypedCodes typed, bool isPublic, long now) => AttemptRules.Decide(credential, (ICodeSource)Codes, typed, isPublic, now, Numbers);

    private static Credential Fresh() => CodeSearchTests.Totp(0, 0) with { Drift = DriftModel.New(Begin) };
}
