using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Rates;

/// <summary>The pages of the exchange rates: list and converter, the form, and both imports.</summary>
public sealed class RatesTests(WebProgram program) : IClassFixture<WebProgram>
{
    private const string Import = "/money/rates/import";

    [Fact]
    public async Task Rate_ByHand_IsEnteredChangedAndRemoved()
    {
        var (finance, _) = await program.SignedInAsync(Role.Finance);
        (string, string)[] rate = [("Input.FromCode", "usd"), ("Input.ToCode", "IDR"), ("Input.On", "2024-03-04"), ("Input.Type", "BiMiddle"), ("Input.Rate", "15,725.5"), ("Input.Unit", "1"), ("Input.Source", "bi.go.id")];

        var added = await finance.SubmitAsync("/money/rates/new", rate);
        var twice = await finance.SubmitAsync("/money/rates/new", rate);
        var id = await program.ReadAsync(db => db.ExchangeRates.Where(r => r.On == new DateOnly(2024, 3, 4)).Select(r => r.Id).SingleAsync());
        var changed = await finance.SubmitAsync($"/money/rates/{id}", ("Input.Rate", "15,800"), ("Input.Unit", "1"), ("Input.Source", "bi.go.id"), ("Version", "0"));
        var late = await finance.SubmitAsync($"/money/rates/{id}", ("Input.Rate", "1"), ("Input.Unit", "1"), ("Input.Source", "bi.go.id"), ("Version", "0"));
        var list = await finance.GetAsync("/money/rates?from=USD&until=2024-12-31");
        var removed = await finance.SubmitAsync($"/money/rates/{id}", $"/money/rates/{id}?handler=Remove", ("Version", "1"));

        Assert.Equal("/money/rates", added.Location);
        Assert.Contains("There is a rate for this pair, type and day already.", twice.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"15,725.5\"", twice.Text, StringComparison.Ordinal);
        Assert.Equal("/money/rates", changed.Location);
        Assert.Contains("saved a change on", late.Text, StringComparison.Ordinal);
        Assert.Contains("15,800 IDR", list.Text, StringComparison.Ordinal);
        Assert.Equal("/money/rates", removed.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await finance.GetAsync($"/money/rates/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await finance.GetAsync("/money/rates/nothing")).Status);
    }

    [Fact]
    public async Task Converter_WithAndWithoutARate_SaysWhatItUsed()
    {
        await program.WriteAsync(
            Rate("EUR", "USD", 1.1684m, new DateOnly(2025, 4, 14)), Rate("EUR", "IDR", 20082.05m, new DateOnly(2025, 4, 14)));
        var (observer, _) = await program.SignedInAsync(Role.Observer);
        Task<Answer> AskAsync(string amount, string of, string into, string on) => observer.GetAsync($"/money/rates?amount={amount}&of={of}&into={into}&on={on}&by=EcbReference");

        var cross = await AskAsync("1", "USD", "IDR", "2025-04-15");
        var same = await AskAsync("7.5", "EUR", "EUR", "2025-04-15");
        var missing = await AskAsync("1", "USD", "SGD", "2025-04-15");
        var stale = await AskAsync("1", "EUR", "USD", "2025-05-15");
        var words = await AskAsync("abc", "EUR", "USD", "2025-05-15");

        Assert.Contains("IDR\u00a017,188", cross.Text, StringComparison.Ordinal); // rupiah without decimals
        Assert.Contains("1\u00a0EUR = 20,082.05\u00a0IDR", cross.Text, StringComparison.Ordinal);
        Assert.Contains("used from USD to EUR", cross.Text, StringComparison.Ordinal);
        Assert.Contains("it was reckoned by way of EUR", cross.Text, StringComparison.Ordinal);
        Assert.Contains("nothing was converted", same.Text, StringComparison.Ordinal);
        Assert.Contains("There is no rate for USD/SGD of the kind \"ECB reference rate\" up to 15 Apr 2025.", missing.Text, StringComparison.Ordinal);
        Assert.Contains("is of 14 Apr 2025: too old for 15 May 2025.", stale.Text, StringComparison.Ordinal);
        Assert.Contains("This is not a number.", words.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"abc\"", words.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/money/rates/new", cross.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAList_TellsFaultsThenTakesAll()
    {
        var (finance, _) = await program.SignedInAsync(Role.Finance);
        const string List = "from,to,date,rate,unit,type,source\nJPY,IDR,2023-01-01,12340,100,BudgetAssumption,Form I\nKRW,IDR,2023-01-01,12300,1000,BudgetAssumption,Form I";

        var faulty = await UploadAsync(finance, $"{List}\nKRW,IDR,2023-01-02,12300,10,BudgetAssumption,Form I");
        var check = await UploadAsync(finance, List);
        var done = await finance.SubmitAsync(Import, $"{Import}?handler=Import", ("Text", List));
        var again = await finance.SubmitAsync(Import, $"{Import}?handler=Check", ("Text", List));

        Assert.Contains("1 fault: nothing is imported", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("1, 100, 1000", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("KRW,IDR,2023-01-02", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("Import 2 rates", check.Text, StringComparison.Ordinal);
        Assert.Equal("/money/rates", done.Location);
        Assert.Contains("2 rates of the list are stored already and stay.", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Import", again.Text, StringComparison.Ordinal);
        Assert.Equal(2, await program.ReadAsync(db => db.ExchangeRates.CountAsync(r => r.Type == RateType.BudgetAssumption)));
    }

    [Fact]
    public async Task Import_OfTheEcbsFile_TakesItOrTellsWhyNot()
    {
        var (finance, _) = await program.SignedInAsync(Role.Administrator);
        const string File = "Date,USD,IDR,SEK,\n2019-04-15,1.1313,15905.05,10.4,\n";

        var none = await finance.SubmitAsync(Import, $"{Import}?handler=Ecb");
        var wrong = await EcbAsync(finance, "a,b,c");
        var faulty = await EcbAsync(finance, "Date,USD,IDR,\n2019-04-15,1.1313,0,\n");
        var done = await EcbAsync(finance, File);
        var list = await finance.GetAsync("/money/rates?from=EUR&until=2019-12-31");
        var again = await EcbAsync(finance, File);

        Assert.Contains("Please choose a file.", none.Text, StringComparison.Ordinal);
        Assert.Contains("The first line is not the one of an ECB file", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("1 fault: nothing is imported", faulty.Text, StringComparison.Ordinal);
        Assert.Equal("/money/rates", done.Location);
        Assert.Contains("2 rates were imported; 0 were stored already.", list.Text, StringComparison.Ordinal);
        Assert.Contains("15,905.05 IDR", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("EUR/SEK", list.Text, StringComparison.Ordinal);
        Assert.Equal("/money/rates", again.Location);
        Assert.Equal(2, await program.ReadAsync(db => db.ExchangeRates.CountAsync(r => r.On == new DateOnly(2019, 4, 15))));
    }

    [Theory]
    [InlineData(new byte[] { 0x32, 0xFF, 0xFE, 0x41 }, "not text in UTF-8")]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x00 }, "not text in UTF-8")]
    [InlineData(new byte[] { }, "The list has no rates.")]
    public async Task Import_OfAFileThatIsNoList_SaysSo(byte[] file, string sentence)
    {
        var (finance, _) = await program.SignedInAsync(Role.Finance);

        var answer = await finance.UploadAsync($"{Import}?handler=Check", "ListFile", "kurs.csv", file);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
    }

    private static ExchangeRate Rate(string from, string to, decimal rate, DateOnly on) =>
        new() { FromCode = from, ToCode = to, On = on, Type = RateType.EcbReference, Rate = rate, Source = "ECB" };

    private static Task<Answer> UploadAsync(Browser browser, string list) => browser.UploadAsync($"{Import}?handler=Check", "ListFile", "kurs.csv", Encoding.UTF8.GetBytes(list));

    private static Task<Answer> EcbAsync(Browser browser, string file) => browser.UploadAsync($"{Import}?handler=Ecb", "EcbFile", "eurofxref-hist.csv", Encoding.UTF8.GetBytes(file));
}
