using System.Net;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Web.Tests.Projects;

/// <summary>The tab People and the coordination team's pages.</summary>
public sealed class ProjectPeopleTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task Actor_WhenEntered_StandsOnTheTabAndInTheHistory()
    {
        await office.RegisterAsync("PPL-1");
        var staff = await office.BrowserAsync(Role.Staff);
        const string people = "/projects/PPL-1/people";
        Assert.Contains("No actors yet", (await staff.GetAsync(people)).Text, StringComparison.Ordinal);

        var refused = await staff.SubmitAsync($"{people}/new", ("Input.Kind", "Mission"), ("Input.Organisation", ""), ("Input.Part", "Kept part"));
        var added = await staff.SubmitAsync($"{people}/new", ("Input.Kind", "Mission"), ("Input.Organisation", "Embassy in Berlin"), ("Input.Person", "The attaché"));
        var tab = await staff.GetAsync(people);
        var reviewer = await (await office.BrowserAsync(Role.Reviewer)).GetAsync(people);

        Assert.Contains("Kept part</textarea>", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Please fill this in.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(people, added.Location);
        Assert.Contains("Indonesian mission", tab.Text, StringComparison.Ordinal);
        Assert.Contains("PMU staff", tab.Text, StringComparison.Ordinal); // its own people
        Assert.Contains("Embassy in Berlin", reviewer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{people}/", reviewer.Text, StringComparison.Ordinal);
        Assert.Contains("Embassy in Berlin", (await (await office.BrowserAsync(Role.Auditor)).GetAsync("/projects/PPL-1/history")).Text, StringComparison.Ordinal);
        var id = await office.ReadAsync(db => db.ProjectActors.Select(a => a.Id).SingleAsync());
        Assert.Equal(people, (await staff.SubmitAsync($"{people}/{id}", $"{people}/{id}?handler=Remove", ("Version", "0"))).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{people}/{id}")).Status);
    }

    [Fact]
    public async Task Team_WhenFilledIn_ShowsItsTaskOnTheProjectAndSaysThatItIsDormant()
    {
        await office.RegisterAsync("PPL-2");
        var manager = await office.BrowserAsync(Role.Manager);
        var unit = office.Unit.Id;
        Assert.Contains("No coordination team on record", (await manager.GetAsync("/team")).Text, StringComparison.Ordinal);

        var refused = await manager.SubmitAsync($"/team/{unit}/decree", ("Version", "-1"), ("Input.DecreeNumber", "Kept 12"), ("Input.DecreedOn", "2026-12-31"));
        await manager.SubmitAsync($"/team/{unit}/decree", ("Version", "-1"), ("Input.DecreeNumber", "12/2015"), ("Input.DecreedOn", "2015-07-01"));
        await manager.SubmitAsync($"/team/{unit}/members/new", ("Input.Name", "Siti"), ("Input.Office", "Head of finance"), ("Input.Position", "Secretary"), ("Input.IsPermanent", "true"));
        var (project, member) = await office.ReadAsync(async db => (await db.Projects.Where(p => p.Code == "PPL-2").Select(p => p.Id).SingleAsync(), await db.TeamMembers.Select(m => m.Id).SingleAsync()));
        var added = await manager.SubmitAsync($"/team/{unit}/tasks/new", ("Input.Kind", "Evaluation"), ("Input.ProjectId", $"{project}"), ("Input.MemberId", $"{member}"), ("Input.DueOn", "2026-02-01"));
        var team = await manager.GetAsync("/team");
        var tab = await manager.GetAsync("/projects/PPL-2/people");
        var orang = await (await office.BrowserAsync(Role.Manager, "id")).GetAsync("/team");

        Assert.Contains("Kept 12", refused.Text, StringComparison.Ordinal);
        Assert.Contains("This date has not come yet.", refused.Text, StringComparison.Ordinal);
        Assert.Equal($"/team?unit={unit}", added.Location);
        const string sentence = "Set up on 1 Jul 2015, and no task has been done since; 6 months are the limit.";
        Assert.Contains(sentence, team.Text, StringComparison.Ordinal);
        Assert.Contains("Siti", team.Text, StringComparison.Ordinal);
        Assert.Contains("Evaluate a proposal", tab.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, tab.Text, StringComparison.Ordinal);
        Assert.Contains("Menilai usulan", orang.Text, StringComparison.Ordinal);

        var kept = await manager.SubmitAsync($"/team/{unit}/members/{member}", $"/team/{unit}/members/{member}?handler=Remove", ("Version", "0"));
        Assert.Contains("Give the last day of membership instead.", (await manager.GetAsync(kept.Location!)).Text, StringComparison.Ordinal);
        var race = await manager.SubmitAsync($"/team/{unit}/decree", ("Version", "-1"), ("Input.DecreeNumber", "Typed late"));
        Assert.Contains("Typed late", race.Text, StringComparison.Ordinal);
        Assert.Contains("""name="Version" value="0""", race.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Team_OfAnotherUnit_LooksLikeOneThatIsNotThere()
    {
        var staff = await office.BrowserAsync(Role.Staff);

        foreach (var unit in new[] { office.OtherUnit.Id, Guid.NewGuid() })
        {
            foreach (var path in new[] { $"/team?unit={unit}", $"/team/{unit}/decree", $"/team/{unit}/members/new", $"/team/{unit}/tasks/new" })
                Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await staff.SubmitAsync("/team", $"/team/{unit}/tasks/new", ("Input.Kind", "Mapping"))).Status);
        }
        Assert.Contains("No unit of yours", (await (await office.BrowserAsync(Role.Observer)).GetAsync("/team")).Text, StringComparison.Ordinal);
    }
}
