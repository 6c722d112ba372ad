using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects;

namespace ProjectCycle.Web.Tests.Projects;

public sealed class AmountTextTests
{
    [Theory]
    [InlineData("id", "1.250.000,50", "EUR", 125000050)]
    [InlineData("id", "1250000.5", "EUR", 125000050)]
    [InlineData("en", "1,250,000.50", "eur ", 125000050)]
    [InlineData("en", "1 250 000", "EUR", 125000000)]
    [InlineData("id", "0", "IDR", 0)]
    [InlineData("en", "13400", "JPY", 13400)]
    public void Read_WhenWrittenAsPeopleDo_IsTheAmount(string language, string amount, string currency, long minorUnits)
    {
        using var speaking = Cultures.Use(language);

        Assert.Equal(minorUnits, AmountText.Read(amount, currency).Value.MinorUnits);
    }

    [Theory]
    [InlineData("id", "1,500", "EUR", "bad-amount")]
    [InlineData("en", "1.500", "EUR", "bad-amount")]
    [InlineData("en", "10.5", "JPY", "bad-amount")]
    [InlineData("en", "99999999999999999999999999999999", "EUR", "bad-amount")]
    [InlineData("en", "1,50", "EUR", "bad-number")]
    [InlineData("en", "ten", "EUR", "bad-number")]
    [InlineData("en", "-5", "EUR", "bad-number")]
    [InlineData("en", "5", "XXQ", "unknown-currency")]
    [InlineData("en", "5", "", "required")]
    public void Read_WhenItCouldMeanSomethingElse_SaysWhy(string language, string amount, string currency, string refusal)
    {
        using var speaking = Cultures.Use(language);

        Assert.Equal(refusal, Assert.Single(AmountText.Read(amount, currency).Refusals).Code);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public void Write_OfAnAmount_ReadsBack(string language)
    {
        using var speaking = Cultures.Use(language);
        foreach (var typed in new[] { "0", "1234567", "1234567.05" })
        {
            var money = AmountText.Read(typed, "EUR").Value;

            Assert.Equal(money, AmountText.Read(AmountText.Write(money), "EUR").Value);
        }
    }
}
