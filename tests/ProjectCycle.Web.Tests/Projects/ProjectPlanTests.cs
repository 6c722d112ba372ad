using System.Net;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Projects;

/// <summary>The pages of plans and ratings, as finance uses them.</summary>
public sealed class ProjectPlanTests(FurnishedOffice office) : IClassFixture<FurnishedOffice>
{
    private const string Plans = "/projects/JMB-1/money/projections";

    [Fact]
    public async Task Plan_TypedApprovedAndDrawn_StandsOnTheSheetOfItsAgreement()
    {
        var (finance, _) = await office.PersonAsync(Role.Finance);
        var form = $"{Plans}/new?financing={office.FinancingId}&kind=ContractAward";

        var wrong = await finance.SubmitAsync(form, ("Input.FinancingId", $"{office.FinancingId}"), ("Input.Kind", "ContractAward"), ("Input.Lines", "2026-01-01; 0\nin spring; 5"));
        Assert.Contains("Line 2 is not a date and an amount: in spring; 5", WebUtility.HtmlDecode(wrong.Text), StringComparison.Ordinal);
        Assert.Contains("2026-01-01; 0", wrong.Text, StringComparison.Ordinal);
        var falling = await finance.SubmitAsync(form, ("Input.FinancingId", $"{office.FinancingId}"), ("Input.Kind", "ContractAward"), ("Input.Lines", "2026-01-01; 5\n2026-06-30; 4"));
        Assert.Equal(HttpStatusCode.OK, falling.Status);
        Assert.Equal(Plans, (await finance.SubmitAsync(form, ("Input.FinancingId", $"{office.FinancingId}"), ("Input.Kind", "ContractAward"), ("Input.Lines", "2026-01-01\t0\n2026-12-31\t7,654,321"))).Location);

        var sheet = await finance.GetAsync($"/projects/JMB-1/money/agreements/{office.FinancingId}");
        Assert.DoesNotContain("7,654,321.00", sheet.Text, StringComparison.Ordinal);
        var id = await office.Program.ReadAsync(db => Task.FromResult(db.Projections.Single(p => p.Kind == Domain.Ledger.ProjectionKind.ContractAward && p.FinancingId == office.FinancingId).Id));
        await finance.SubmitAsync(Plans, $"{Plans}?handler=Approve", ("id", $"{id}"), ("version", "0"), ("on", "2026-03-02"));
        sheet = await finance.GetAsync($"/projects/JMB-1/money/agreements/{office.FinancingId}");

        Assert.Contains("7,654,321.00", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("curve-current", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("curve-actual", sheet.Text, StringComparison.Ordinal); // the contract of the office is signed
        Assert.Contains("\u00a07,654,321.00", await HistoryAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rating_OnKfwsScaleWithWeights_GivesTheOverallGrade()
    {
        var (finance, _) = await office.PersonAsync(Role.Finance);
        var grades = new[] { "Relevance", "Coherence", "Effectiveness", "Efficiency", "Impact", "Sustainability" }
            .SelectMany(c => new (string, string)[] { ($"Input.Grades[{c}]", c == "Relevance" ? "1" : "3"), ($"Input.Weights[{c}]", c == "Relevance" ? "5" : "1") });

        var saved = await finance.SubmitAsync($"/projects/JMB-1/money/ratings/new?financing={office.FinancingId}&scale=Kfw", [.. grades, ("Input.FinancingId", $"{office.FinancingId}"), ("Input.Scale", "Kfw"), ("Input.On", "2026-03-02")]);
        var page = await finance.GetAsync("/projects/JMB-1/money/monitoring");

        Assert.Equal("/projects/JMB-1/money/monitoring", saved.Location);
        Assert.Contains("2 – successful; weighted mean 2.00: successful.", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
        Assert.Contains("1 – very successful", await HistoryAsync(), StringComparison.Ordinal);
    }

    private async Task<string> HistoryAsync()
    {
        var (auditor, _) = await office.PersonAsync(Role.Auditor);
        return WebUtility.HtmlDecode((await auditor.GetAsync("/projects/JMB-1/history")).Text);
    }
}
