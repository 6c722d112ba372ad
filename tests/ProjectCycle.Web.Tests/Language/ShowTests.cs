using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Money;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Tests.Language;

public sealed class ShowTests
{
    private readonly Show _show = new(new Viewer { Zone = IndonesianZone.Wita });

    [Theory]
    [InlineData("en", "30 Sep 2026", "5 May 2026")]
    [InlineData("id", "30 Sep 2026", "5 Mei 2026")]
    public void Date_InALanguage_HasShortMonths(string language, string september, string may)
    {
        using var _ = Cultures.Use(language);

        Assert.Equal(september, _show.Date(new DateOnly(2026, 9, 30)));
        Assert.Equal(may, _show.Date(new DateOnly(2026, 5, 5)));
    }

    [Theory]
    [InlineData("en", "2027-08-01", "2029-07-31", "1 Aug 2027 – 31 Jul 2029")]
    [InlineData("en", "2027-08-01", null, "from 1 Aug 2027")]
    [InlineData("id", "2027-08-01", null, "sejak 1 Agu 2027")]
    [InlineData("id", null, "2029-07-31", "sampai 31 Jul 2029")]
    [InlineData("id", null, null, "–")]
    public void Period_WhenAnEndIsOpen_SaysSoInWords(string language, string? from, string? until, string shown)
    {
        using var _ = Cultures.Use(language);

        Assert.Equal(shown, _show.Period(Day(from), Day(until)));

        static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Instant_OfUtc_IsShownByTheUnitsClock()
    {
        using var _ = Cultures.Use("en");

        Assert.Equal("1 Oct 2026 01:05 WITA", _show.Instant(new DateTime(2026, 9, 30, 17, 5, 0, DateTimeKind.Utc)));
    }

    [Theory]
    [InlineData("en", 1_340_000_050, "EUR", "EUR\u00a013,400,000.50")]
    [InlineData("id", 1_340_000_050, "EUR", "EUR\u00a013.400.000,50")]
    [InlineData("id", 150_000_000, "IDR", "IDR\u00a01.500.000")]
    [InlineData("en", 1_500, "JPY", "JPY\u00a01,500")]
    public void Money_InALanguage_HasItsSeparators(string language, long minor, string currency, string shown)
    {
        using var _ = Cultures.Use(language);

        Assert.Equal(shown, _show.Money(new Money(minor, Currencies.Find(currency)!.Value)));
    }

    [Theory]
    [InlineData("en", 0, "today")]
    [InlineData("en", 1, "tomorrow")]
    [InlineData("en", 12, "in 12 days")]
    [InlineData("en", -1, "1 day late")]
    [InlineData("en", -3, "3 days late")]
    [InlineData("id", 12, "12 hari lagi")]
    [InlineData("id", -1200, "terlambat 1.200 hari")]
    public void Days_FromToday_AreWorded(string language, int days, string shown)
    {
        using var _ = Cultures.Use(language);

        Assert.Equal(shown, _show.Days(days));
    }

    [Theory]
    [InlineData(812, "812\u00a0B")]
    [InlineData(14 * 1024, "14\u00a0KB")]
    [InlineData(2_411_725, "2.3\u00a0MB")]
    public void FileSize_OfBytes_IsShort(long bytes, string shown)
    {
        using var _ = Cultures.Use("en");

        Assert.Equal(shown, _show.FileSize(bytes));
    }

    [Fact]
    public void Nothing_IsADash()
    {
        Assert.Equal("–", _show.Date(null));
        Assert.Equal("–", _show.Instant(null));
        Assert.Equal("–", _show.Money(null));
        Assert.Equal("–", _show.Number(null));
    }

    [Theory]
    [InlineData(12.5, "13%")]
    [InlineData(50, "50%")]
    [InlineData(-12.5, "-13%")]
    public void Percent_AtAHalf_RoundsAwayFromZero(double percent, string shown)
    {
        using var _ = Cultures.Use("en");

        Assert.Equal(shown, _show.Percent((decimal)percent / 100));
    }
}
