using FsCheck;
using FsCheck.Fluent;
using ProjectCycle.Domain.Money;
using static ProjectCycle.Domain.Money.Currencies;
using Sum = ProjectCycle.Domain.Money.Money;

namespace ProjectCycle.Domain.Tests.Money;

/// <summary>domain.md 4.5: rates, their dates and what becomes of amounts.</summary>
public sealed class RateBookTests
{
    private static readonly Currency Usd = All["USD"];
    private static readonly Currency Eur = All["EUR"];
    private static readonly Currency Idr = All["IDR"];
    private static readonly Currency Jpy = All["JPY"];
    private static readonly DateOnly Day = new(2024, 6, 28);

    /// <summary>4.5: the yearly assumptions of the MoF form of 2023, two of them by the hundred and the thousand.</summary>
    [Theory]
    [InlineData("USD", 1, 14550, "1", "14550.00")]
    [InlineData("EUR", 1, 16481, "2.5", "41202.50")]
    [InlineData("JPY", 100, 12340, "1", "123.40")]
    [InlineData("KRW", 1000, 12300, "250", "3075.00")]
    public void Convert_AtTheAssumptionOfTheBudget_TakesTheUnitOfTheQuote(string code, int unit, int rate, string amount, string rupiah)
    {
        var book = new RateBook([new QuotedRate(All[code], Idr, new DateOnly(2023, 1, 1), rate, unit, RateType.BudgetAssumption, "MoF form I, 2023")]);

        var converted = book.Convert(Of(amount, All[code]), Idr, new DateOnly(2023, 12, 31), RateType.BudgetAssumption).Value;

        Assert.Equal($"IDR {rupiah}", $"{converted.Money}");
        Assert.Equal((decimal)rate / unit, converted.Rate);
    }

    /// <summary>4.4: the donor's IDR 1,258,000,000 at the transfer rate of 15,725 are USD 80,000.00: the quote used the other way round.</summary>
    [Fact]
    public void Convert_AtAQuoteOfTheOtherDirection_MarksItInverse()
    {
        var quote = Rate(Usd, Idr, Day, 15_725, RateType.BankConversion);

        var converted = new RateBook([quote]).Convert(Of("1258000000", Idr), Usd, Day, RateType.BankConversion).Value;

        Assert.Equal(Of("80000", Usd), converted.Money);
        Assert.Equal(new RateStep(quote, IsInverse: true), Assert.Single(converted.Steps));
        Assert.Equal((Day, RateType.BankConversion), (converted.Date, converted.Type));
        Assert.Equal(1 / 15_725m, converted.Rate);
    }

    [Fact]
    public void Convert_BySeveralTypes_TakesTheFirstThatHasARate()
    {
        var book = new RateBook([Rate(Usd, Idr, Day, 15_725, RateType.BankConversion), Rate(Usd, Idr, Day, 15_800, RateType.BiMiddle)]);

        Assert.Equal(RateType.BankConversion, book.Convert(Of("1", Usd), Idr, Day, [RateType.BudgetAssumption, RateType.BankConversion, RateType.BiMiddle])?.Type);
        Assert.Null(book.Convert(Of("1", Usd), Idr, Day, [RateType.BudgetAssumption, RateType.EcbReference]));
        Assert.Equal(Of("1", Usd), book.Convert(Of("1", Usd), Usd, Day, [RateType.EcbReference])?.Money);
    }

    /// <summary>4.5: USD 80,000 at 15,725 and at BI's middle rate of 15,800 differ by IDR 6,000,000.</summary>
    [Fact]
    public void ExchangeDifference_BetweenTransferAndMiddleRate_IsToldAndNotClaimed()
    {
        var book = new RateBook([Rate(Usd, Idr, Day, 15_725, RateType.BankConversion), Rate(Usd, Idr, Day, 15_800, RateType.BiMiddle)]);
        var (booked, reference) = (book.Convert(Of("80000", Usd), Idr, Day, RateType.BankConversion).Value, book.Convert(Of("80000", Usd), Idr, Day, RateType.BiMiddle).Value);

        Assert.Equal(Of("6000000", Idr), ExchangeDifference.Between(booked.Money, reference.Money));
        Assert.Equal(Of("-6000000", Idr), ExchangeDifference.Between(reference.Money, booked.Money));
    }

    [Fact]
    public void Convert_WhenTheCurrencyIsTheSame_ConvertsNothing()
    {
        var converted = new RateBook([]).Convert(Of("12.34", Eur), Eur, Day, RateType.BiMiddle).Value;

        Assert.Equal((Of("12.34", Eur), false, 1m, null, null), (converted.Money, converted.IsConversion, converted.Rate, converted.Date, converted.Type));
        Assert.Empty(converted.Steps);
    }

    [Fact]
    public void Convert_OfSeveralRates_TakesTheNewestOfItsTypeUpToTheCutOff()
    {
        var book = new RateBook(
        [
            Rate(Usd, Idr, Day.AddDays(1), 4), Rate(Usd, Idr, Day.AddDays(-3), 2), Rate(Usd, Idr, Day.AddDays(-1), 3), Rate(Usd, Idr, Day, 9, RateType.BiBuy),
            Rate(Usd, Idr, Day.AddDays(-5), 1),
        ]);

        Assert.Equal(
            [1m, 2m, 2m, 3m, 3m, 4m],
            new[] { -4, -3, -2, -1, 0, 1 }.Select(days => book.Convert(Of("1", Usd), Idr, Day.AddDays(days), RateType.BiMiddle).Value.Money.Amount));
    }

    [Fact]
    public void Convert_OfQuotesBothWaysRound_TakesTheNewerAndOfOneDayTheDirectOne()
    {
        var newer = new RateBook([Rate(Usd, Idr, Day.AddDays(-1), 10_000), Rate(Idr, Usd, Day, 0.00005m)]);
        var sameDay = new RateBook([Rate(Idr, Usd, Day, 0.00005m), Rate(Usd, Idr, Day, 10_000)]);

        Assert.Equal(Of("20000", Idr), newer.Convert(Of("1", Usd), Idr, Day, RateType.BiMiddle).Value.Money);
        Assert.Equal(Of("10000", Idr), sameDay.Convert(Of("1", Usd), Idr, Day, RateType.BiMiddle).Value.Money);
    }

    [Fact]
    public void Convert_OfTwoRatesForOneDay_TakesTheLaterGiven() =>
        Assert.Equal(
            Of("2", Idr),
            new RateBook([Rate(Usd, Idr, Day, 1), Rate(Usd, Idr, Day, 2)]).Convert(Of("1", Usd), Idr, Day, RateType.BiMiddle).Value.Money);

    [Theory]
    [InlineData(RateType.EcbReference, "EUR")]
    [InlineData(RateType.BiMiddle, "IDR")]
    [InlineData(RateType.BiBuy, "IDR")]
    public void Convert_WhenThePairIsNotQuoted_GoesByThePivotAndShowsBothRates(RateType type, string pivot)
    {
        var (first, second) = (Rate(All[pivot], Usd, Day.AddDays(-2), 1.25m, type), Rate(All[pivot], Jpy, Day, 160, type));

        var converted = new RateBook([first, second]).Convert(Of("100", Usd), Jpy, Day, type).Value;

        Assert.Equal(Of("12800", Jpy), converted.Money);
        Assert.Equal([new RateStep(first, true), new RateStep(second, false)], converted.Steps);
        Assert.Equal((true, 128m, Day.AddDays(-2)), (converted.IsCross, converted.Rate, converted.Date));
    }

    [Theory]
    [InlineData(RateType.DonorApplied)]
    [InlineData(RateType.BankConversion)]
    public void Convert_OfARateThatSomebodyApplied_IsNeverCrossed(RateType type)
    {
        var book = new RateBook([Rate(Eur, Usd, Day, 1.25m, type), Rate(Eur, Jpy, Day, 160, type), Rate(Idr, Usd, Day, 1, type), Rate(Idr, Jpy, Day, 1, type)]);

        Assert.Equal("rate-missing", book.Convert(Of("1", Usd), Jpy, Day, type).Refusals.Single().Code);
    }

    /// <summary>A result that is exactly a half must not be lost to a rounding on the way: 0.5 cent by way of thirds.</summary>
    [Theory]
    [InlineData("0.05", "0.02")]
    [InlineData("-0.05", "-0.02")]
    [InlineData("0.04", "0.01")]
    public void Convert_WhenTheResultIsHalfAMinorUnit_RoundsItOnceAwayFromZero(string amount, string result)
    {
        var book = new RateBook([Rate(Eur, Usd, Day, 3, RateType.EcbReference), Rate(Eur, All["CHF"], Day, 0.9m, RateType.EcbReference)]);

        Assert.Equal(Of(result, All["CHF"]), book.Convert(Of(amount, Usd), All["CHF"], Day, RateType.EcbReference).Value.Money);
    }

    [Fact]
    public void Convert_WhenThereIsNoRate_NamesPairTypeAndDate()
    {
        var refusal = new RateBook([Rate(Usd, Idr, Day.AddDays(1), 15_000), Rate(Usd, Idr, Day, 15_000, RateType.BiBuy)])
            .Convert(Of("1", Usd), Idr, Day, RateType.BiMiddle).Refusals.Single();

        Assert.Equal("rate-missing", refusal.Code);
        Assert.Equal(["USD/IDR", RateType.BiMiddle, Day], refusal.Args);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Convert_WhenTheRateIsOld_BridgesTenDaysAndNoMore(int days, bool isFresh)
    {
        var answer = new RateBook([Rate(Usd, Idr, Day, 15_000)]).Convert(Of("1", Usd), Idr, Day.AddDays(days), RateType.BiMiddle);

        Assert.Equal(isFresh, answer.Succeeded);
        if (!isFresh)
            Assert.Equal(("rate-stale", "USD/IDR", Day), (answer.Refusals[0].Code, answer.Refusals[0].Args[0], answer.Refusals[0].Args[3]));
    }

    [Fact]
    public void Convert_WhenTheDaysAreSetOtherwise_KeepsToThem() =>
        Assert.False(new RateBook([Rate(Usd, Idr, Day, 15_000)], staleDays: 0).Convert(Of("1", Usd), Idr, Day.AddDays(1), RateType.BiMiddle).Succeeded);

    [Fact]
    public void Convert_WhenOneRateOfTheCrossIsOld_Refuses()
    {
        var book = new RateBook([Rate(Eur, Usd, Day.AddDays(-11), 1.25m, RateType.EcbReference), Rate(Eur, Jpy, Day, 160, RateType.EcbReference)]);

        Assert.Equal("rate-missing", book.Convert(Of("1", Usd), Jpy, Day, RateType.EcbReference).Refusals.Single().Code);
    }

    [Fact]
    public void Convert_WhenThePairIsOldButTheCrossIsNot_TakesTheCross()
    {
        var book = new RateBook([Rate(Usd, Jpy, Day.AddDays(-30), 1, RateType.EcbReference), Rate(Eur, Usd, Day, 1, RateType.EcbReference), Rate(Eur, Jpy, Day, 160, RateType.EcbReference)]);

        Assert.Equal(Of("160", Jpy), book.Convert(Of("1", Usd), Jpy, Day, RateType.EcbReference).Value.Money);
    }

    [Theory]
    [InlineData("2023-01-01", true)]
    [InlineData("2023-12-31", true)]
    [InlineData("2024-01-01", false)]
    [InlineData("2022-12-31", false)]
    public void Convert_AtAnAssumptionOfTheBudget_HoldsForItsYear(string cutOff, bool holds)
    {
        var book = new RateBook([Rate(Usd, Idr, new DateOnly(2023, 1, 1), 14_550, RateType.BudgetAssumption)]);

        Assert.Equal(holds, book.Convert(Of("1", Usd), Idr, DateOnly.Parse(cutOff, System.Globalization.CultureInfo.InvariantCulture), RateType.BudgetAssumption).Succeeded);
    }

    [Fact]
    public void Convert_WhenTheResultDoesNotFit_Refuses() =>
        Assert.Equal(
            "converted-too-large",
            new RateBook([Rate(Usd, Idr, Day, 15_000)]).Convert(new Sum(long.MaxValue, Usd), Idr, Day, RateType.BiMiddle).Refusals.Single().Code);

    [Fact]
    public void RateBook_OfARateThatIsNone_Throws()
    {
        Assert.Throws<ArgumentException>(() => new RateBook([Rate(Usd, Idr, Day, 0)]));
        Assert.Throws<ArgumentException>(() => new RateBook([Rate(Usd, Idr, Day, QuotedRate.LowestRate / 10)]));
        Assert.Throws<ArgumentException>(() => new RateBook([Rate(Usd, Idr, Day, QuotedRate.HighestRate + 1)]));
        Assert.Throws<ArgumentException>(() => new RateBook([Rate(Usd, Usd, Day, 1)]));
        Assert.Throws<ArgumentException>(() => new RateBook([Rate(Usd, Idr, Day, 1) with { Unit = 10 }]));
    }

    /// <summary>There and back at one rate: off by no more than the two roundings can do, half a minor unit each.</summary>
    [Fact]
    public void Convert_ThereAndBack_StaysWithinHalfAMinorUnitOfEither() =>
        Prop.ForAll(AnyQuote(), ArbMap.Default.ArbFor<int>(), (quote, minorUnits) =>
        {
            var book = new RateBook([quote]);
            var money = new Sum(minorUnits, quote.From);
            var there = book.Convert(money, quote.To, quote.Date, quote.Type).Value;
            var back = book.Convert(there.Money, quote.From, quote.Date, quote.Type).Value.Money;
            var stepBack = quote.From.Scale / (there.Rate * quote.To.Scale); // what a minor unit of the target is worth in those of the source
            return Math.Abs((decimal)back.MinorUnits - minorUnits) <= 0.5m + (0.5m * stepBack) + 0.000001m;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Convert_OfTheOpposite_IsTheOpposite() =>
        Prop.ForAll(AnyQuote(), ArbMap.Default.ArbFor<int>(), (quote, minorUnits) =>
        {
            var book = new RateBook([quote]);
            return Converted(minorUnits) == -Converted(-(long)minorUnits);

            long Converted(long amount) => book.Convert(new Sum(amount, quote.From), quote.To, quote.Date, quote.Type).Value.Money.MinorUnits;
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<QuotedRate> AnyQuote() =>
        (from codes in Gen.Shuffle(new[] { "USD", "EUR", "IDR", "JPY", "BHD" })
         from rate in Gen.Choose(1, (int)QuotedRate.HighestRate)
         from scale in Gen.Choose(0, 6)
         from unit in Gen.Elements(1, 100, 1000)
         select new QuotedRate(All[codes[0]], All[codes[1]], Day, new decimal(rate, 0, 0, false, (byte)scale), unit, RateType.BankConversion, "made up")).ToArbitrary();

    private static QuotedRate Rate(Currency from, Currency to, DateOnly date, decimal rate, RateType type = RateType.BiMiddle) => new(from, to, date, rate, 1, type, "test");

    private static Sum Of(string amount, Currency currency) => Sum.From(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency)!.Value;
}
