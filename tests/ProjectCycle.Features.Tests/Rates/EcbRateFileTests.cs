using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Rates;

namespace ProjectCycle.Features.Tests.Rates;

/// <summary>The file of the ECB. The lines are of the real one, of April 2026 and January 1999, with fewer columns.</summary>
public sealed class EcbRateFileTests
{
    private const string Head = "Date,USD,JPY,BGN,ROL,IDR,KRW,";

    [Fact]
    public void Lines_OfAFile_AreDatedRatesForOneEuro()
    {
        var lines = Read(Head, "2026-04-13,1.1684,186.75,N/A,N/A,20082.05,1740.86,", "1999-01-04,1.1789,133.73,N/A,13111,N/A,1398.59,");

        Assert.All(lines, line => Assert.Empty(line.Faults));
        Assert.Equal(["2: USD 1.1684, JPY 186.75, IDR 20082.05, KRW 1740.86", "3: USD 1.1789, JPY 133.73, KRW 1398.59"], lines.Select(Shown));
        Assert.Equal(
            new QuotedRate(Currencies.All["EUR"], Currencies.All["IDR"], new DateOnly(2026, 4, 13), 20082.05m, 1, RateType.EcbReference, EcbRateFile.Source),
            lines[0].Rates[2]);
    }

    [Fact]
    public void Lines_PutIntoABook_ConvertByWayOfTheEuro()
    {
        var book = new RateBook(Read(Head, "2026-04-13,1.1684,186.75,N/A,N/A,20082.05,1740.86,").SelectMany(line => line.Rates));

        // The Wednesday after: the rate of Monday bridges.
        var converted = book.Convert(new Money(100, Currencies.All["USD"]), Currencies.All["IDR"], new DateOnly(2026, 4, 15), RateType.EcbReference).Value;

        Assert.Equal("IDR 17187.65", $"{converted.Money}"); // 20082.05 / 1.1684
        Assert.True(converted.IsCross);
    }

    [Fact]
    public void PassedOver_OfAFileWithOldCurrencies_NamesThem() =>
        Assert.Equal(["BGN", "ROL"], EcbRateFile.Open(new StringReader(Head)).Value.PassedOver);

    [Theory]
    [InlineData("\uFEFFDate,USD,JPY")]
    [InlineData("Date, USD, JPY, ")]
    public void Lines_OfTheSmallFileOfADay_AreReadToo(string head) =>
        Assert.Equal("2: USD 1.1, JPY 160", Shown(Assert.Single(Read(head, "2026-04-13, 1.1, 160", ""))));

    [Theory]
    [InlineData("")]
    [InlineData("Date")]
    [InlineData("Tanggal,USD")]
    [InlineData("Date,Dollar")]
    [InlineData("Date,USD,USD")]
    [InlineData("2026-04-13,1.1684")]
    public void Open_OfAnotherFile_IsRefused(string head) =>
        Assert.Equal("rate-file-head", EcbRateFile.Open(new StringReader(head)).Refusals.Single().Code);

    [Theory]
    [InlineData("13/04/2026,1.1,160,N/A,N/A,20000,1700,", "Date", "13/04/2026", "day-date", 0)]
    [InlineData("2026-04-13,1.1,160,", "Line", "2026-04-13,1.1,160,", "rate-columns", 0)]
    [InlineData("2026-04-13,1.1,160,N/A,N/A,20000,1700,9,", "Line", "2026-04-13,1.1,160,N/A,N/A,20000,1700,9,", "rate-columns", 0)]
    [InlineData("2026-04-14,1.1,160,N/A,N/A,20000,1700,", "Date", "2026-04-14", "day-twice", 0)]
    [InlineData("2026-04-13,1.1,one,N/A,N/A,20000,1700,", "JPY", "one", "rate-number", 3)]
    [InlineData("2026-04-13,1.1,160,N/A,N/A,0,1700,", "IDR", "0", "rate-number", 3)]
    [InlineData("2026-04-13,-1.1,160,N/A,N/A,20000,1700,", "USD", "-1.1", "rate-number", 3)]
    [InlineData("2026-04-13,\"1,1\",160,N/A,N/A,20000,", "USD", "\"1", "rate-number", 1)]
    public void Lines_WhenOneIsAtFault_TellWhereAndGoOn(string row, string field, string value, string code, int rates)
    {
        var lines = Read(Head, "2026-04-14,1.1,160,N/A,N/A,20000,1700,", row, "2026-04-10,1.1,160,N/A,N/A,20000,1700,");

        Assert.Equal([4, rates, 4], lines.Select(line => line.Rates.Count));
        var fault = lines[1].Faults[0];
        Assert.Equal((3, value, field, code), (fault.Line, fault.Value, fault.Problem.Field, fault.Problem.Code));
        Assert.Empty(lines[2].Faults);
    }

    [Fact]
    public void Lines_WhenOnlyTheFirstIsAskedFor_ReadNoFurther()
    {
        using var reader = new StringReader($"{Head}\n2026-04-14,1.1,160,N/A,N/A,20000,1700,\nnext\n");

        Assert.Equal(2, EcbRateFile.Open(reader).Value.Lines().First().Line);
        Assert.Equal("next", reader.ReadLine());
    }

    private static List<EcbLine> Read(params string[] lines) =>
        [.. EcbRateFile.Open(new StringReader(string.Join("\r\n", lines))).Value.Lines()];

    private static string Shown(EcbLine line) =>
        $"{line.Line}: {string.Join(", ", line.Rates.Select(rate => FormattableString.Invariant($"{rate.To.Code} {rate.Rate}")))}";
}
