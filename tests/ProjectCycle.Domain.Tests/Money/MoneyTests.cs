using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using static ProjectCycle.Domain.Money.Currencies;
using Sum = ProjectCycle.Domain.Money.Money;

namespace ProjectCycle.Domain.Tests.Money;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("IDR", "1500000", 150000000L)]
    [InlineData("IDR", "0.01", 1L)]
    [InlineData("JPY", "1500000", 1500000L)]
    [InlineData("KRW", "9007199254740993", 9007199254740993L)]
    [InlineData("BHD", "1.234", 1234L)]
    [InlineData("CLF", "1.2345", 12345L)]
    [InlineData("EUR", "-13400000.50", -1340000050L)]
    [InlineData("EUR", "13.40000", 1340L)]
    public void From_WhenTheAmountFits_IsExactInMinorUnits(string code, string amount, long minorUnits) =>
        Assert.Equal(new Sum(minorUnits, All[code]), Sum.From(Number(amount), All[code]));

    [Theory]
    [InlineData("JPY", "0.5")]
    [InlineData("KRW", "1.01")]
    [InlineData("IDR", "0.001")]
    [InlineData("BHD", "1.2345")]
    [InlineData("EUR", "92233720368547758.08")]
    [InlineData("JPY", "79228162514264337593543950335")]
    [InlineData("BHD", "-79228162514264337593543950335")]
    public void From_WhenTheAmountHasTooManyDecimalsOrDoesNotFit_IsNull(string code, string amount) =>
        Assert.Null(Sum.From(Number(amount), All[code]));

    [Fact]
    public void From_WhenGivenTheAmountOfAnyMoney_YieldsThatMoney() =>
        Prop.ForAll(Monies(), money => Sum.From(money.Amount, money.Currency) == money).QuickCheckThrowOnFailure();

    [Fact]
    public void From_WhenItYieldsMoney_TheAmountIsUnchanged() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<decimal>(), Gen.Elements(All.Values.ToArray()).ToArbitrary(),
            (amount, currency) => Sum.From(amount, currency) is not { } money || money.Amount == amount).QuickCheckThrowOnFailure();

    [Fact]
    public void Operators_OfOneCurrency_AreExactAndOfTwoThrow()
    {
        Assert.Equal(new Sum(3, All["EUR"]), new Sum(5, All["EUR"]) - new Sum(2, All["EUR"]));
        Assert.Equal(new Sum(7, All["EUR"]), new Sum(5, All["EUR"]) + new Sum(2, All["EUR"]));
        Assert.Throws<InvalidOperationException>(() => new Sum(5, All["EUR"]) + new Sum(2, All["USD"]));
        Assert.Throws<OverflowException>(() => new Sum(long.MaxValue, All["EUR"]) + new Sum(1, All["EUR"]));
    }

    [Theory]
    [InlineData("EUR", 1340000000L, "EUR 13400000.00")]
    [InlineData("JPY", -5L, "JPY -5")]
    [InlineData("BHD", 1L, "BHD 0.001")]
    public void ToString_WhenTheCultureUsesCommas_StaysInvariant(string code, long minorUnits, string text)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("id-ID");
        try
        {
            Assert.Equal(text, new Sum(minorUnits, All[code]).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Arbitrary<Sum> Monies() =>
        (from minorUnits in Gen.OneOf(
            ArbMap.Default.GeneratorFor<long>(), Gen.Choose(int.MinValue, int.MaxValue).Select(i => (long)i), Gen.Elements(0L, long.MaxValue, -long.MaxValue))
         from currency in Gen.Elements(All.Values.ToArray())
         select new Sum(minorUnits, currency)).ToArbitrary();

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
