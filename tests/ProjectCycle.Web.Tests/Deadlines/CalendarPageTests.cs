using System.Net;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Deadlines;

public sealed class CalendarPageTests(FurnishedOffice office) : IClassFixture<FurnishedOffice>
{
    private static readonly DateOnly Full = new(2027, 4, 14);

    [Fact]
    public async Task Month_WithAFullDay_ShowsTheFirstAndLeadsToTheRest()
    {
        var (browser, _) = await office.PersonAsync(Role.Staff);
        await AddAsync(7, Full);

        var page = await browser.GetAsync("/deadlines/calendar?month=2027-04");

        Assert.Contains("<h1>Deadlines, April 2027</h1>", page.Text, StringComparison.Ordinal);
        Assert.Equal(4, page.Text.Split("JMB-1</b>").Length - 1);
        Assert.Contains("+3 more", page.Text, StringComparison.Ordinal);
        Assert.Contains("/deadlines/calendar?month=2027-03", page.Text, StringComparison.Ordinal);
        Assert.Contains("/deadlines/calendar?month=2027-05", page.Text, StringComparison.Ordinal);
        var day = await browser.GetAsync("/deadlines?from=2027-04-14&until=2027-04-14");
        Assert.Contains("7 deadlines", day.Text, StringComparison.Ordinal);
        Assert.Contains("""href="/deadlines?from=2027-04-14&until=2027-04-14""", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?month=")]
    [InlineData("?month=soon")]
    [InlineData("?month=9999-12")]
    [InlineData("?month=0001-01")]
    public async Task Month_WhenTheAddressNamesNone_IsThePresentOne(string query)
    {
        var (browser, _) = await office.PersonAsync(Role.Staff);

        var page = await browser.GetAsync($"/deadlines/calendar{query}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<h1>Deadlines, March 2026</h1>", page.Text, StringComparison.Ordinal);
        Assert.Contains("""<span class="day-today">today</span>""", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Month_HoweverFull_AsksTheDatabaseAsOften()
    {
        var (browser, _) = await office.PersonAsync(Role.Staff);
        var few = await QueriesAsync(browser);
        for (var i = 0; i < 28; i++)
            await AddAsync(6, new DateOnly(2028, 2, 1).AddDays(i));

        Assert.Equal(few, await QueriesAsync(browser));
        Assert.InRange(few, 3, 6); // two of its own, the bell, and whether the session still holds
    }

    [Fact]
    public async Task Month_ForStaffOfAnotherUnit_IsEmpty()
    {
        var (browser, _) = await office.Program.SignedInAsync(Role.Staff);
        await AddAsync(1, Full);

        Assert.DoesNotContain(FurnishedOffice.Code, (await browser.GetAsync("/deadlines/calendar?month=2027-04")).Text, StringComparison.Ordinal);
    }

    private async Task<int> QueriesAsync(Browser browser)
    {
        await browser.GetAsync("/deadlines/calendar?month=2028-02");
        office.Program.Queries.Reset();
        await browser.GetAsync("/deadlines/calendar?month=2028-02");
        return office.Program.Queries.Count;
    }

    private async Task AddAsync(int times, DateOnly due)
    {
        var project = await office.Program.ReadAsync(db => db.Projects.AsNoTracking().SingleAsync());
        await office.Program.ReadAsync(db => db.Deadlines.Where(d => d.DueOn == due).ExecuteDeleteAsync());
        await office.Program.WriteAsync([.. Enumerable.Range(0, times).Select(_ => (object)Samples.Deadline(project, due))]);
    }
}
