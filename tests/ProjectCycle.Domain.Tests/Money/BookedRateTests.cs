using ProjectCycle.Domain.Money;

namespace ProjectCycle.Domain.Tests.Money;

/// <summary>Rates as they are booked: domain.md 4.4 and 4.5.</summary>
public sealed class BookedRateTests
{
    private static readonly DateOnly Day = new(2026, 3, 4);

    [Fact]
    public void Of_TheWorkedExample_IsEightyThousandDollars() =>
        Assert.Equal("USD 80000.00", $"{Rate(15_725m, isInverse: true).Of(Amount("IDR", 1_258_000_000_00), Currencies.All["USD"])}");

    [Theory]
    [InlineData("USD", 80_000_00, "IDR", 15_725, 1, false, 1_258_000_000_00)]
    [InlineData("JPY", 1_000, "IDR", 12_340, 100, false, 123_400_00)] // yen are quoted by the hundred
    [InlineData("IDR", 123_400_00, "JPY", 12_340, 100, true, 1_000)]
    [InlineData("USD", 7, "EUR", 0.5, 1, false, 4)] // half away from zero
    [InlineData("USD", 7, "USD", 3, 1, false, 7)] // of one currency nothing is converted
    public void Of_AnAmount_ConvertsEitherWayRound(string from, long minor, string to, double rate, int unit, bool isInverse, long expected) =>
        Assert.Equal(expected, Rate((decimal)rate, unit, isInverse).Of(Amount(from, minor), Currencies.All[to])!.Value.MinorUnits);

    [Fact]
    public void Of_WhatDoesNotFit_IsNull() => Assert.Null(Rate(1_000_000_000m).Of(Amount("USD", long.MaxValue), Currencies.All["IDR"]));

    [Fact]
    public void Between_TwoAmounts_QuotesTheLargerNumber()
    {
        var rupiah = BookedRate.Between(Amount("IDR", 1_258_000_000_00), Amount("USD", 80_000_00), RateType.DonorApplied, Day, "ND-1");
        var euro = BookedRate.Between(Amount("EUR", 100_00), Amount("USD", 108_50), RateType.DonorApplied, Day, "");

        Assert.Equal(new BookedRate(15_725m, 1, RateType.DonorApplied, Day, "ND-1", IsInverse: true), rupiah);
        Assert.Equal((1.085m, false), (euro.Rate, euro.IsInverse));
        Assert.Equal(BookedRate.Same, BookedRate.Between(Amount("EUR", 1), Amount("EUR", 2), RateType.DonorApplied, Day, ""));
    }

    private static BookedRate Rate(decimal rate, int unit = 1, bool isInverse = false) => new(rate, unit, RateType.BankConversion, Day, "", isInverse);

    private static Domain.Money.Money Amount(string currency, long minor) => new(minor, Currencies.All[currency]);
}
