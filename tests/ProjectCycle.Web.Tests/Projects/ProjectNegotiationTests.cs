using System.Net;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Web.Tests.Projects;

/// <summary>The pages of a negotiation: filled in by staff, read by the others.</summary>
public sealed class ProjectNegotiationTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task Positions_WhenAnItemIsEnteredChangedAndRemoved_ShowIt()
    {
        var code = await office.RegisterAsync("NEG-1");
        var staff = await office.BrowserAsync(Role.Staff);
        var here = $"/projects/{code}/work/positions";
        Assert.Contains("No item on the agenda yet", (await staff.GetAsync(here)).Text, StringComparison.Ordinal);

        var added = await staff.SubmitAsync($"{here}/new", ("Input.AgendaItem", "Share of the costs"), ("Input.Subject", "Funds"), ("Input.Ours", "They pay"), ("Input.Fallback", "We wait"), ("Input.Outcome", "Open"));
        Assert.Equal(here, added.Location);
        var page = (await staff.GetAsync(here)).Text;
        Assert.Contains("Added.", page, StringComparison.Ordinal);
        Assert.Contains("We wait", page, StringComparison.Ordinal);
        Assert.Contains("Open", page, StringComparison.Ordinal);

        var id = System.Text.RegularExpressions.Regex.Match(page, $"{here}/([0-9a-f-]{{36}})").Groups[1].Value;
        var changed = await staff.SubmitAsync($"{here}/{id}", ("Version", "0"), ("Input.AgendaItem", "Share of the costs"), ("Input.Ours", "They pay"), ("Input.Outcome", "Agreed"), ("Input.AgreedText", "Half each"));
        Assert.Equal(here, changed.Location);
        Assert.Contains("Half each", (await staff.GetAsync(here)).Text, StringComparison.Ordinal);
        Assert.Contains("Complete", (await staff.GetAsync($"/projects/{code}/work")).Text, StringComparison.Ordinal);

        Assert.Equal(here, (await staff.SubmitAsync($"{here}/{id}", $"{here}/{id}?handler=Remove", ("Version", "1"))).Location);
        Assert.DoesNotContain("Half each", (await staff.GetAsync(here)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("positions", "Input.Ours", "They pay it all", "Please fill this in.")]
    [InlineData("rounds", "Input.Background", "They came last year", "Please fill this in.")]
    [InlineData("actions", "Input.Task", "Send the budget", "Name one owner")]
    [InlineData("signing/signatory", "Input.Office", "Mayor of the city", "Please fill this in.")]
    [InlineData("signing/condition", "Input.Requirement", "A legal opinion", "Please fill this in.")]
    public async Task Form_WithAFault_KeepsWhatWasTyped(string part, string field, string typed, string sentence)
    {
        var code = await office.RegisterAsync($"NEG-{part.Replace('/', '-')}");
        var staff = await office.BrowserAsync(Role.Staff);

        var answer = await staff.SubmitAsync($"/projects/{code}/work/{part}/new", (field, typed));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(typed, answer.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WhenSomebodySavedFirst_TellsWhoAndKeepsWhatWasTyped()
    {
        var code = await office.RegisterAsync("NEG-2");
        var staff = await office.BrowserAsync(Role.Staff);
        var here = $"/projects/{code}/work/actions";
        await staff.SubmitAsync($"{here}/new", ("Input.Task", "Send the budget"), ("Input.PartnerOwner", "Mission"));
        var id = System.Text.RegularExpressions.Regex.Match((await staff.GetAsync(here)).Text, $"{here}/([0-9a-f-]{{36}})").Groups[1].Value;
        await staff.SubmitAsync($"{here}/{id}", ("Version", "0"), ("Input.Task", "Send the plan"), ("Input.PartnerOwner", "Mission"));

        var late = await staff.SubmitAsync($"{here}/{id}", ("Version", "0"), ("Input.Task", "Send the map"), ("Input.PartnerOwner", "Mission"));

        Assert.Contains("saved a change on", late.Text, StringComparison.Ordinal);
        Assert.Contains("Send the map", late.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"Version\" value=\"1\"", late.Text, StringComparison.Ordinal); // who saves again means it
    }

    [Fact]
    public async Task Actions_WhenLate_SaySoByIconAndWordAndStandInTheDeadlines()
    {
        var code = await office.RegisterAsync("NEG-3", d => d with { AgreementId = office.Agreement.Id });
        var staff = await office.BrowserAsync(Role.Staff);
        var here = $"/projects/{code}/work/actions";
        await staff.SubmitAsync($"{here}/new", ("Input.Task", "Done already"), ("Input.PartnerOwner", "Mission"), ("Input.DueOn", "2026-02-01"), ("Input.DoneOn", "2026-02-02"));
        await staff.SubmitAsync($"{here}/new", ("Input.Task", "Long overdue"), ("Input.PartnerOwner", "Mission"), ("Input.DueOn", "2026-02-03"));

        var page = (await staff.GetAsync(here)).Text;
        Assert.True(page.IndexOf("Long overdue", StringComparison.Ordinal) < page.IndexOf("Done already", StringComparison.Ordinal));
        Assert.Contains("exclamation-octagon-fill", page, StringComparison.Ordinal);
        Assert.Contains("days late", page, StringComparison.Ordinal);
        Assert.Contains("in the deadlines", page, StringComparison.Ordinal);
        var deadlines = (await staff.GetAsync($"/projects/{code}/deadlines")).Text;
        Assert.Contains("Follows an entry under Work: Actions", deadlines, StringComparison.Ordinal);
        Assert.Contains($"href=\"{here}\"", deadlines, StringComparison.Ordinal);

        var observer = (await (await office.BrowserAsync(Role.Observer)).GetAsync(here)).Text;
        Assert.Contains("Long overdue", observer, StringComparison.Ordinal);
        Assert.DoesNotContain($"{here}/new", observer, StringComparison.Ordinal);
    }
}
