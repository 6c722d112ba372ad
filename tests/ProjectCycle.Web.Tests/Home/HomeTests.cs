using System.Net;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Home;

public sealed class HomeTests(FurnishedOffice office) : IClassFixture<FurnishedOffice>
{
    [Fact]
    public async Task Home_ForStaffOfTheUnit_ShowsWhatWaitsAndWhereProjectsStand()
    {
        var (browser, user) = await office.PersonAsync(Role.Staff);

        var home = await browser.GetAsync("/");

        Assert.Contains($"Good morning, {user.DisplayName}", home.Text, StringComparison.Ordinal);
        Assert.Contains("Wednesday, 4 March 2026", home.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/projects/JMB-1/cycle\"", home.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/projects?state=identification\"", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_WithoutProjects_TeachesTheFirstStep()
    {
        var (staff, _) = await office.Program.SignedInAsync(Role.Staff);
        var (observer, _) = await office.Program.SignedInAsync(Role.Observer);

        Assert.Contains("href=\"/projects/new\"", (await staff.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/projects/new\"", (await observer.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiles_WhenFollowed_LeadToAsManyRows()
    {
        office.Program.Clock.Utc = FakeClock.Start.AddYears(2);
        var (browser, _) = await office.PersonAsync(Role.Manager);

        var home = await browser.GetAsync("/");
        var overdue = await browser.GetAsync("/projects?overdue=true");

        Assert.Matches("""href="/projects\?overdue=true">[\s\S]*?tile-value">1<""", home.Text);
        Assert.Equal(HttpStatusCode.OK, overdue.Status);
        Assert.Contains(FurnishedOffice.Code, overdue.Text, StringComparison.Ordinal);
        office.Program.Clock.Utc = FakeClock.Start;
    }
}
