using ProjectCycle.Domain.Money;

namespace ProjectCycle.Domain.Tests.Money;

public sealed class CurrenciesTests
{
    [Theory]
    [InlineData("IDR", 2, 0)]
    [InlineData("JPY", 0, 0)]
    [InlineData("KRW", 0, 0)]
    [InlineData("EUR", 2, 2)]
    [InlineData("USD", 2, 2)]
    [InlineData("XDR", 2, 2)]
    [InlineData("BHD", 3, 3)]
    [InlineData("CLF", 4, 4)]
    public void Find_WhenTheCodeIsKnown_KnowsItsDecimals(string code, int minorUnit, int shown)
    {
        var currency = Currencies.Find(code);

        Assert.Equal((minorUnit, shown), (currency?.MinorUnit, currency?.ShownDecimals));
    }

    [Theory]
    [InlineData("DEM")]
    [InlineData("eur")]
    [InlineData("")]
    [InlineData(null)]
    public void Find_WhenTheCodeIsUnknown_IsNull(string? code) =>
        Assert.Null(Currencies.Find(code));

    [Fact]
    public void All_WhenListed_IsSortedAndWellFormed()
    {
        Assert.Equal(Currencies.All.Keys.Order(StringComparer.Ordinal), Currencies.All.Keys);
        Assert.All(Currencies.All, pair =>
        {
            Assert.Matches("^[A-Z]{3}$", pair.Key);
            Assert.Equal(pair.Key, pair.Value.Code);
        });
    }

    [Theory]
    [InlineData("JPY", 1L)]
    [InlineData("IDR", 100L)]
    [InlineData("BHD", 1000L)]
    [InlineData("CLF", 10000L)]
    public void Scale_WhenAsked_IsAPowerOfTen(string code, long scale) =>
        Assert.Equal(scale, Currencies.All[code].Scale);
}
