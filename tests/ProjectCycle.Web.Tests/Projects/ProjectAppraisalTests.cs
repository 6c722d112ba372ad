using System.Net;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Web.Tests.Projects;

/// <summary>The pages of the appraisal: what their forms take and keep, what the lists show, and the document.</summary>
public sealed class ProjectAppraisalTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task Components_FromEmptyToATimetable_ShowSumsForEachCurrency()
    {
        var work = $"/projects/{await office.RegisterAsync("APR-1")}/work";
        var staff = await office.BrowserAsync(Role.Staff);
        Assert.Contains("No components yet", (await staff.GetAsync($"{work}/components")).Text, StringComparison.Ordinal);

        var added = await staff.SubmitAsync($"{work}/components/new", ("Input.Number", "1"), ("Input.Name", "Landfill cells"), ("Input.Objective", "Safe disposal"), ("Version", "0"));
        var component = await office.ReadAsync(db => db.Components.SingleAsync(c => c.Name == "Landfill cells"));
        var form = $"{work}/components/activities/new?component={component.Id}";
        var blank = await staff.GetAsync(form);
        foreach (var (name, currency) in new[] { ("Cell one", "EUR"), ("Cell two", "USD") })
        {
            await staff.SubmitAsync(form,
                ("Input.ComponentId", $"{component.Id}"), ("Input.Name", name), ("Input.StartsOn", "2027-02-01"), ("Input.EndsOn", "2027-08-31"),
                ("Input.PartnerAmount", "1,500.50"), ("Input.PartnerCurrency", currency), ("Input.CounterpartAmount", "250000"), ("Input.CounterpartCurrency", "IDR"), ("Version", "0"));
        }
        var page = await staff.GetAsync($"{work}/components");
        var refused = await staff.SubmitAsync($"{work}/components/{component.Id}", $"{work}/components/{component.Id}?handler=Remove", ("Version", "0"));
        var after = await staff.GetAsync($"{work}/components");
        var overview = await staff.GetAsync(work);

        Assert.Equal($"{work}/components", added.Location);
        Assert.Contains($"""<option selected="selected" value="{component.Id}">1. Landfill cells</option>""", blank.Text, StringComparison.Ordinal);
        Assert.Contains("EUR\u00a01,500.50", page.Text, StringComparison.Ordinal);
        Assert.Contains("""<td>IDR</td><td class="num">0</td><td class="num">500,000</td><td class="num">500,000</td>""", page.Text, StringComparison.Ordinal);
        Assert.Contains("Amounts of different currencies are not added together.", page.Text, StringComparison.Ordinal);
        Assert.Equal(6, page.Text.Split("class=\"runs\"").Length - 1); // three quarters, two activities
        Assert.Equal($"{work}/components", refused.Location);
        Assert.Contains("This component still has activities.", after.Text, StringComparison.Ordinal);
        Assert.Contains("Complete", overview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activity_WhenAmountsAndDatesAreBad_KeepsWhatWasTypedAndSaysWhy()
    {
        var work = $"/projects/{await office.RegisterAsync("APR-2")}/work";
        var staff = await office.BrowserAsync(Role.Staff);
        var form = $"{work}/components/activities/new";

        var amounts = await staff.SubmitAsync(form, ("Input.Name", "Kept name"), ("Input.PartnerAmount", "1.2.3"), ("Input.PartnerCurrency", "EUR"), ("Input.CounterpartAmount", "5"), ("Input.CounterpartCurrency", "XXY"));
        var dates = await staff.SubmitAsync(form, ("Input.Name", ""), ("Input.StartsOn", "2027-05-01"), ("Input.EndsOn", "2027-04-01"));

        Assert.Contains("value=\"Kept name\"", amounts.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"1.2.3\"", amounts.Text, StringComparison.Ordinal);
        Assert.Contains("This is not a number.", amounts.Text, StringComparison.Ordinal);
        Assert.Contains("There is no currency XXY.", amounts.Text, StringComparison.Ordinal);
        Assert.Contains("It cannot end before it began, on 1 May 2027.", dates.Text, StringComparison.Ordinal);
        Assert.Contains("Please choose a component of this project.", dates.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Risk_WhenSomebodyElseSavedFirst_KeepsTheInputAndSavesTheSecondTime()
    {
        var work = $"/projects/{await office.RegisterAsync("APR-3")}/work";
        var (staff, finance) = (await office.BrowserAsync(Role.Staff), await office.BrowserAsync(Role.Finance));
        (string, string)[] Input(string title, int version, int impact = 5) =>
            [("Input.Title", title), ("Input.Kind", "Financial"), ("Input.ObstacleCode", "O4.2"), ("Input.Likelihood", "4"), ("Input.Impact", $"{impact}"), ("Input.Response", "Reduce"), ("Version", $"{version}")];
        await staff.SubmitAsync($"{work}/risks/new", Input("Budget line struck", 0));
        var risk = await office.ReadAsync(db => db.Risks.SingleAsync(r => r.Title == "Budget line struck"));
        var form = $"{work}/risks/{risk.Id}";

        await finance.SubmitAsync(form, Input("Theirs", 0));
        var late = await staff.SubmitAsync(form, Input("Ours", 0, impact: 2));
        await staff.SubmitAsync(form, Input("Ours", 1, impact: 2));
        var page = await staff.GetAsync($"{work}/risks");
        var history = await (await office.BrowserAsync(Role.Auditor)).GetAsync("/projects/APR-3/history");

        Assert.Contains("saved a change on", late.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Ours\"", late.Text, StringComparison.Ordinal);
        Assert.Contains("""name="Version" value="1""", late.Text, StringComparison.Ordinal);
        Assert.Contains("4 × 2 = 8", page.Text, StringComparison.Ordinal);
        Assert.Contains("Measure or owner missing", page.Text, StringComparison.Ordinal);
        Assert.Contains("""<td class="risk-medium some">1</td>""", page.Text, StringComparison.Ordinal);
        Assert.Contains("Risk changed", history.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PartsWithPeople_WhenFilledIn_AreListedAndRemoved()
    {
        var work = $"/projects/{await office.RegisterAsync("APR-4")}/work";
        var staff = await office.BrowserAsync(Role.Staff);
        var person = await office.PersonAsync(Role.Staff);

        await staff.SubmitAsync($"{work}/project-unit/new", ("Input.Title", "Head of PMU"), ("Input.Kind", "Head"), ("Input.PersonId", $"{person.Id}"), ("Input.IsFullTime", "true"));
        await staff.SubmitAsync($"{work}/project-unit/new", ("Input.Title", "Treasurer"), ("Input.Kind", "Finance"));
        await staff.SubmitAsync($"{work}/problem-solving/new", ("Input.Number", "1"), ("Input.Level", "Field team"), ("Input.Decider", "Site manager"), ("Input.Days", "1"));
        await staff.SubmitAsync($"{work}/problem-solving/new", ("Input.Number", "1"), ("Input.Level", "Residents"), ("Input.Decider", "Head"), ("Input.Days", "14"), ("Input.IsForComplaints", "true"));
        await staff.SubmitAsync($"{work}/legal-drafts/new", ("Input.Title", "Loan agreement text"), ("Input.Kind", "LoanOrGrantAgreement"), ("Input.DraftState", "Draft"), ("Input.DueOn", "2026-01-05"), ("Input.ResponsibleId", $"{person.Id}"));
        var unit = await staff.GetAsync($"{work}/project-unit");
        var steps = await staff.GetAsync($"{work}/problem-solving");
        var drafts = await staff.GetAsync($"{work}/legal-drafts");
        var draft = await office.ReadAsync(db => db.LegalDrafts.SingleAsync(d => d.Title == "Loan agreement text"));
        var removed = await staff.SubmitAsync($"{work}/legal-drafts/{draft.Id}", $"{work}/legal-drafts/{draft.Id}?handler=Remove", ("Version", "0"));

        Assert.Contains(person.DisplayName, unit.Text, StringComparison.Ordinal);
        Assert.Contains("Vacant", unit.Text, StringComparison.Ordinal);
        Assert.Contains("within one day", steps.Text, StringComparison.Ordinal);
        Assert.Contains("Complaints of those concerned", steps.Text, StringComparison.Ordinal);
        Assert.Contains("""<span class="late">5 Jan 2026</span>""", drafts.Text, StringComparison.Ordinal);
        Assert.Equal($"{work}/legal-drafts", removed.Location);
        Assert.Contains("No legal texts yet", (await staff.GetAsync($"{work}/legal-drafts")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_InEitherLanguage_IsAWordFileWithItsName()
    {
        await office.RegisterAsync("APR-5", d => d with { AgreementId = office.Agreement.Id });
        await office.RegisterAsync("APR-6");
        var observer = await office.BrowserAsync(Role.Observer);

        var english = await observer.GetAsync("/projects/APR-5/work/appraisal.docx?language=en");
        var indonesian = await observer.GetAsync("/projects/APR-5/work/appraisal.docx?language=id");

        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", english.Message.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("APR-5-appraisal-2026-", english.Message.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        Assert.StartsWith("APR-5-penilaian-2026-", indonesian.Message.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), (await english.Message.Content.ReadAsByteArrayAsync())[..2]);
        Assert.Equal(HttpStatusCode.NotFound, (await observer.GetAsync("/projects/APR-6/work/appraisal.docx")).Status);
    }
}
