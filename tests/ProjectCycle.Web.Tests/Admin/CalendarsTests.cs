using System.Net;
using Microsoft.EntityFrameworkCore;
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

    private static Task<Answer> AddAsync(Browser browser, string date, string unit) =>
        browser.SubmitAsync("/admin/calendars?year=2030", "/admin/calendars?year=2030&handler=Add", ("Input.Date", date), ("Input.Name", "Hari jadi"), ("Input.UnitId", unit));
}
