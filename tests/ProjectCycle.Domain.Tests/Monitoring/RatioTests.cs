using ProjectCycle.Domain.Monitoring;

namespace ProjectCycle.Domain.Tests.Monitoring;

/// <summary>domain.md section 3: the ratios, and what they are when there is nothing to divide by.</summary>
public sealed class RatioTests
{
    /// <summary>3.1: Bappenas, second quarter of 2016: USD 935.2m of 2,806m are 33.3 %.</summary>
    [Fact]
    public void Absorbed_OfBappenasExample_IsAThird() =>
        Assert.Equal(0.333m, Math.Round(Ratio.Absorbed(93_520_000_000, 280_600_000_000)!.Value, 3));

    /// <summary>3.1: where the plan is zero PRISM shows 0, we n/a.</summary>
    [Fact]
    public void Absorbed_WithoutAPlan_IsUnknown() => Assert.Null(Ratio.Absorbed(5, 0));

    /// <summary>3.2: awards 15.0m of 20.0m projected are 75 %; disbursement 10.2m of 12.0m are 85 %.</summary>
    [Fact]
    public void OfProjected_OfTheWorkedIndicators_IsActualOverPlan()
    {
        Assert.Equal(0.75m, Ratio.OfProjected(1_500_000_000, 2_000_000_000));
        Assert.Equal(0.85m, Ratio.OfProjected(1_020_000_000, 1_200_000_000));
        Assert.Null(Ratio.OfProjected(1, 0));
    }

    /// <summary>3.2: 10 % x 100 + 60 % x 40 + 30 % x 20 = 40 %.</summary>
    [Fact]
    public void Weighted_OfTheWorkedActivities_IsFortyPerCent() =>
        Assert.Equal(0.40m, Ratio.Weighted([(0.10m, 1.00m), (0.60m, 0.40m), (0.30m, 0.20m)]));

    [Fact]
    public void Weighted_WhenWeightsAreCosts_IsTheSame()
    {
        Assert.Equal(0.40m, Ratio.Weighted([(1_000, 1.00m), (6_000, 0.40m), (3_000, 0.20m)]));
        Assert.Null(Ratio.Weighted([]));
        Assert.Null(Ratio.Weighted([(0, 1)]));
    }

    /// <summary>3.2: what took effect within the period counts among what was open.</summary>
    [Fact]
    public void OfOpenAmount_WithNewlyEffectiveLoans_CountsThemIn()
    {
        Assert.Equal(0.25m, Ratio.OfOpenAmount(50, 150, 50));
        Assert.Null(Ratio.OfOpenAmount(0, 0));
    }

    /// <summary>3.3: 7.6m / 40.0m = 19.0 %.</summary>
    [Fact]
    public void OfOpenAmount_OfTheWorldBanksYear_IsNineteenPerCent() =>
        Assert.Equal(0.190m, Ratio.OfOpenAmount(760_000_000, 4_000_000_000));

    /// <summary>3.3: (18.0 - 13.5) / 18.0 = 25.0 %; ahead is below zero.</summary>
    [Fact]
    public void Lag_OfTheWorkedPlan_IsAQuarter()
    {
        Assert.Equal(0.250m, Ratio.Lag(1_800_000_000, 1_350_000_000));
        Assert.Equal(-0.5m, Ratio.Lag(10, 15));
        Assert.Null(Ratio.Lag(0, 15));
    }

    /// <summary>3.5: from 40 % down to a target of 10 %, now at 25 %: half the way.</summary>
    [Fact]
    public void Progress_OfAFallingIndicator_IsHalf() =>
        Assert.Equal(0.5m, Ratio.Progress(0.40m, 0.10m, 0.25m));

    [Fact]
    public void Progress_BeyondTheTarget_IsKeptAndShownAsWhole()
    {
        var raw = Ratio.Progress(0, 100, 130);

        Assert.Equal((1.3m, 1m), (raw!.Value, Ratio.Capped(raw)!.Value));
        Assert.Equal(-0.1m, Ratio.Capped(Ratio.Progress(0, 100, -10)));
        Assert.Null(Ratio.Capped(Ratio.Progress(5, 5, 5)));
    }

    /// <summary>3.5: BAC 10, PVe 5.5, EV 4.8, AC 5.2 (millions; cents here).</summary>
    [Fact]
    public void EarnedValue_OfTheWorkedContract_IsAsWorked()
    {
        var works = new EarnedValue(1_000_000_000, 550_000_000, 480_000_000, 520_000_000);

        Assert.Equal((-70_000_000, -40_000_000), (works.Sv, works.Cv));
        Assert.Equal((0.873m, 0.923m, 1.083m), (Three(works.Spi), Three(works.Cpi), Three(works.Tcpi)));
        Assert.Equal((10.833m, 5.633m, -0.833m), (Three(works.Eac / 100_000_000), Three(works.Etc / 100_000_000), Three(works.Vac / 100_000_000)));
    }

    [Fact]
    public void EarnedValue_BeforeAnythingIsSpentOrPlanned_IsUnknown()
    {
        var fresh = new EarnedValue(100, 0, 0, 0);

        Assert.Equal((null, null, null, null, null), (fresh.Spi, fresh.Cpi, fresh.Eac, fresh.Etc, fresh.Vac));
        Assert.Equal(1m, fresh.Tcpi);
        Assert.Null(new EarnedValue(100, 50, 0, 50).Eac); // spent without earning: no end in sight
        Assert.Null(new EarnedValue(100, 50, 50, 100).Tcpi);
    }

    /// <summary>4.4: realised over due, flagged below 80 %.</summary>
    [Theory]
    [InlineData(80, 100, "0.8", false)]
    [InlineData(79, 100, "0.79", true)]
    [InlineData(5, 0, null, false)]
    public void CounterpartFunds_BelowEightyPerCent_AreShort(long realised, long due, string? share, bool isShort)
    {
        var funds = new CounterpartFunds(realised, due);

        Assert.Equal(share is null ? null : decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture), funds.Share);
        Assert.Equal(isShort, funds.IsShort(new MonitoringRules()));
        Assert.False(funds.IsShort(new MonitoringRules { CounterpartShort = 0.5m }));
    }

    /// <summary>3.1: the fiscal year is the calendar year, but PRISM's TW1 is April to June.</summary>
    [Theory]
    [InlineData(1, "2024-03-31", 2024, 1, "2024-01-01", "2024-03-31")]
    [InlineData(1, "2024-12-31", 2024, 4, "2024-10-01", "2024-12-31")]
    [InlineData(4, "2024-04-01", 2024, 1, "2024-04-01", "2024-06-30")]
    [InlineData(4, "2025-02-28", 2024, 4, "2025-01-01", "2025-03-31")]
    [InlineData(7, "2024-06-30", 2023, 4, "2024-04-01", "2024-06-30")]
    public void QuarterOf_ADay_FollowsTheMapOfTheReport(int firstMonth, string day, int year, int quarter, string from, string until)
    {
        Assert.Equal(new FiscalQuarter(year, quarter, Date(from), Date(until)), new FiscalYear(firstMonth).QuarterOf(Date(day)));
        Assert.Equal(new DateOnly(year, firstMonth, 1), new FiscalYear(firstMonth).BeginOf(Date(day)));
    }

    private static decimal Three(decimal? number) => Math.Round(number!.Value, 3, MidpointRounding.AwayFromZero);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
