using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Admin;

public sealed class CalendarsTests(WebProgram program) : IClassFixture<WebProgram>
{
    [Fact]
    public async Task Add_AndRemove_ByTheAdministrator_ChangesTheNationalCalendar()
    {
        var (browser, _) = await program.SignedInAsync(Role.Administrator);

        var added = await browser.SubmitAsync("/admin/calendars?year=2030", "/admin/calendars?handler=Add", ("Input.Date", "2030-03-05"), ("Input.Name", "Hari Raya Nyepi"), ("Input.UnitId", ""));

        Assert.Equal("/admin/calendars?year=2030", added.Location);
        var day = await program.ReadAsync(db => db.Holidays.AsNoTracking().SingleAsync(h => h.Date == new DateOnly(2030, 3, 5)));
        Assert.Equal("national", day.Kind);
        Assert.Contains("Hari Raya Nyepi", (await browser.GetAsync("/admin/calendars?year=2030")).Text, StringComparison.Ordinal);

        await browser.SubmitAsync("/admin/calendars?year=2030", "/admin/calendars?year=2030&handler=Remove", ("id", $"{day.Id}"));
        Assert.False(await program.ReadAsync(db => db.Holidays.AnyAsync(h => h.Id == day.Id)));
    }

    [Fact]
    public async Task Add_ByAManager_IsForTheirOwnUnitAlone()
    {
        var (unit, other) = (Samples.Unit(), Samples.Unit());
        await program.WriteAsync(unit, other);
        var manager = await program.AddAsync(Samples.User(null, [Role.Manager], unit));
        var browser = program.Open();
        await browser.SignInAsync(manager.Email!, WebProgram.Password);

        var own = await AddAsync(browser, "2030-04-01", $"{unit.Id}");

        Assert.Equal("/admin/calendars?year=2030", own.Location);
        Assert.Equal(HttpStatusCode.Forbidden, (await AddAsync(browser, "2030-04-02", $"{other.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await AddAsync(browser, "2030-04-03", "")).Status);
    }

    [Fact]
    public async Task Add_WithoutADate_KeepsTheName()
    {
        var (browser, _) = await program.SignedInAsync(Role.Administrator);

        var answer = await AddAsync(browser, "", "");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Please fill this in.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Hari jadi\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAFileWithAFault_TellsItAndKeepsWhatWasChosen()
    {
        var unit = Samples.Unit();
        await program.WriteAsync(unit);
        var (browser, _) = await program.SignedInAsync(Role.Administrator);

        var answer = await UploadAsync(browser, "2031-04-01;Hari jadi\n31/02/2031;<b>Libur</b>", ("Input.UnitId", $"{unit.Id}"));

        Assert.Contains("1 fault: nothing is imported", answer.Text, StringComparison.Ordinal);
        Assert.Contains("31/02/2031", answer.Text, StringComparison.Ordinal);
        Assert.Contains("This is not a date.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("2026-03-19 or 19/03/2026", answer.Text, StringComparison.Ordinal);
        Assert.Matches($"selected=\"selected\" value=\"{unit.Id}\"", answer.Text);
        Assert.Matches("(?s)<textarea[^>]*>\\s*2031-04-01;Hari jadi", answer.Text);
        Assert.DoesNotContain("handler=Import", answer.Text, StringComparison.Ordinal);
        Assert.False(await program.ReadAsync(db => db.Holidays.AnyAsync(h => h.UnitId == unit.Id)));
    }

    [Fact]
    public async Task Import_OfASoundFile_ShowsWhatItWouldDoAndThenDoesIt()
    {
        var (browser, _) = await program.SignedInAsync(Role.Administrator);
        const string list = "\uFEFFdate,name,kind\n2032-05-01,Hari Buruh Internasional\n2032-05-02,Cuti bersama,collective-leave";

        var check = await UploadAsync(browser, list);
        Assert.Contains("2 days can be imported", check.Text, StringComparison.Ordinal);
        Assert.Contains("Deadlines already set stay as they are", check.Text, StringComparison.Ordinal);
        var done = await browser.SubmitAsync("/admin/calendars/import", "/admin/calendars/import?handler=Import", ("Input.Text", list), ("Input.UnitId", ""));

        Assert.Equal("/admin/calendars?year=2032", done.Location);
        Assert.Contains("2 days off were imported.", (await browser.GetAsync("/admin/calendars?year=2032")).Text, StringComparison.Ordinal);
        Assert.Equal(["national", "collective-leave"], await program.ReadAsync(db => db.Holidays.Where(h => h.Date.Year == 2032).OrderBy(h => h.Date).Select(h => h.Kind).ToListAsync()));
    }

    [Theory]
    [InlineData(new byte[] { 0x32, 0xFF, 0xFE, 0x41 }, "not text in UTF-8")]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x00 }, "not text in UTF-8")]
    [InlineData(new byte[] { }, "The list has no days.")]
    public async Task Import_OfAFileThatIsNoList_SaysSo(byte[] file, string sentence)
    {
        var (browser, _) = await program.SignedInAsync(Role.Administrator);

        var answer = await browser.UploadAsync("/admin/calendars/import?handler=Check", "Input.File", "libur.csv", file, ("Input.UnitId", ""));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAFileThatIsTooLarge_SaysHowLargeItMayBe()
    {
        var (browser, _) = await program.SignedInAsync(Role.Administrator);

        var answer = await UploadAsync(browser, new string('x', 130 * 1024));

        Assert.Contains("at most 128 KB", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAForecastYear_SaysSo()
    {
        await program.WriteAsync(new Holiday { Date = new DateOnly(2033, 3, 1), Name = new LocalText("", "Nyepi"), Kind = "national", IsForecast = true });
        var (browser, _) = await program.SignedInAsync(Role.Administrator);

        Assert.Contains("The joint decree (SKB) for 2033 was not known", (await browser.GetAsync("/admin/calendars?year=2033")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("was not known", (await browser.GetAsync("/admin/calendars?year=2034")).Text, StringComparison.Ordinal);
    }

    private static Task<Answer> UploadAsync(Browser browser, string list, params (string Name, string Value)[] inputs) =>
        browser.UploadAsync("/admin/calendars/import?handler=Check", "Input.File", "libur.csv", Encoding.UTF8.GetBytes(list), inputs);

    private static Task<Answer> AddAsync(Browser browser, string date, string unit) =>
        browser.SubmitAsync("/admin/calendars?year=2030", "/admin/calendars?year=2030&handler=Add", ("Input.Date", date), ("Input.Name", "Hari jadi"), ("Input.UnitId", unit));
}
