using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Projects;

/// <summary>The pages of withdrawal applications: from the draft to the books, by the people whose turn it is.</summary>
public sealed class ProjectWithdrawalTests(Office office) : IClassFixture<Office>
{
    private const string Today = "2026-03-04";

    [Fact]
    public async Task Application_FromDraftToBooks_IsLedThroughItsPages()
    {
        var (code, invoice, works) = await LedgerAsync("WDR-1");
        var (finance, manager) = (await office.BrowserAsync(Role.Finance), await office.BrowserAsync(Role.Manager));
        var list = $"/projects/{code}/money/withdrawals";
        Assert.Contains("No application is open", (await finance.GetAsync(list)).Text, StringComparison.Ordinal);

        var begun = await finance.SubmitAsync($"{list}/new", await DraftAsync(code));
        var here = begun.Location!;
        Assert.StartsWith($"{list}/", here, StringComparison.Ordinal);
        Assert.Contains("Nothing is asked for yet.", (await finance.GetAsync(here)).Text, StringComparison.Ordinal); // why the check is closed
        var line = await finance.SubmitAsync($"{here}/lines/new", ("Input.InvoiceId", $"{invoice}"), ("Input.Rate.Rate", "15,725"), ("Input.Rate.Unit", "1"), ("Input.Rate.IsInverse", "true"), ("Input.Rate.Type", "BankConversion"), ("Input.Rate.On", Today));
        Assert.Equal(here, line.Location);
        var page = (await finance.GetAsync(here)).Text;
        foreach (var words in new[] { "USD\u00a080,000.00", "1\u00a0USD = 15,725\u00a0IDR", "1,572,500,000", "80%", "No papers go along with 1 of the lines." })
            Assert.Contains(words, page, StringComparison.Ordinal);

        await StepAsync(finance, here, "Check");
        await StepAsync(finance, here, "SignFirst");
        page = (await finance.GetAsync(here)).Text;
        Assert.Contains("You have signed first: somebody else must sign second.", page, StringComparison.Ordinal);
        await StepAsync(manager, here, "SignSecond");
        await StepAsync(manager, here, "SubmitToDonor");
        var refused = await finance.SubmitAsync(here, $"{here}?handler=Step", ("Step.Step", "Query"), ("Step.Version", await VersionAsync(here)), ("Step.On", "2026-03-03"));
        Assert.Contains("Please fill this in.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-03-03\"", refused.Text, StringComparison.Ordinal);
        await StepAsync(finance, here, "Approve");
        var lineId = await office.ReadAsync(db => db.WithdrawalLines.Where(l => l.InvoiceId == invoice).Select(l => l.Id).SingleAsync());
        Assert.Equal(here, (await finance.SubmitAsync($"{here}/lines/{lineId}/disallow", ("Version", await VersionAsync(here)), ("Input.Amount", "500.5"), ("Input.Reason", "TaxNotFinanced"), ("Input.Note", "PPN"))).Location);
        var payment = await finance.SubmitAsync($"{here}/payment", await PaymentAsync(here, works, "79,499.50"));
        Assert.Equal(here, payment.Location);
        page = (await finance.GetAsync(here)).Text;
        foreach (var words in new[] { "The payment is booked.", "Taxes that are not financed", "79,499.50", "1,256,092,100", "1\u00a0USD = 15,800\u00a0IDR" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("Paid", (await finance.GetAsync($"{list}?show=all")).Text, StringComparison.Ordinal);
        Assert.Contains(code, (await manager.GetAsync("/money/withdrawals?q=wdr-1")).Text, StringComparison.Ordinal);

        var disbursement = await office.ReadAsync(db => db.Disbursements.Where(d => d.ProjectId == db.Projects.Single(p => p.Code == code).Id).Select(d => d.Id).SingleAsync());
        Assert.Equal(here, (await finance.SubmitAsync(here, $"{here}?handler=Reverse", ("disbursement", $"{disbursement}"), ("note", "Wrong day"), ("version", await VersionAsync(here)))).Location);
        page = (await finance.GetAsync(here)).Text;
        Assert.Contains("Takes a payment back", page, StringComparison.Ordinal);
        Assert.Contains("Wrong day", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WhenSomebodySavedFirst_KeepsWhatWasTypedAndShowsTheDifference()
    {
        var (code, _, _) = await LedgerAsync("WDR-2");
        var finance = await office.BrowserAsync(Role.Finance);
        var here = (await finance.SubmitAsync($"/projects/{code}/money/withdrawals/new", await DraftAsync(code))).Location!;
        await finance.SubmitAsync($"{here}/edit", [.. await DraftAsync(code), ("Version", "0"), ("Input.Payee", "Kas Daerah")]);

        var lost = await finance.SubmitAsync($"{here}/edit", [.. await DraftAsync(code), ("Version", "0"), ("Input.Payee", "PT Contoh")]);

        Assert.Equal(HttpStatusCode.OK, lost.Status);
        Assert.Contains("<td>Kas Daerah</td><td>PT Contoh</td>", lost.Text, StringComparison.Ordinal);
        Assert.Contains("finance-en", lost.Text, StringComparison.Ordinal);
        var version = Regex.Match(lost.Text, "name=\"Version\" value=\"(\\d+)\"").Groups[1].Value;
        Assert.Equal(here, (await finance.SubmitAsync($"{here}/edit", [.. await DraftAsync(code), ("Version", version), ("Input.Payee", "PT Contoh")])).Location);
    }

    [Fact]
    public async Task Payment_WhenSomebodyBookedFirst_KeepsWhatWasTypedBesideWhatIsLeft()
    {
        var (code, invoice, works) = await LedgerAsync("WDR-3");
        var (finance, manager) = (await office.BrowserAsync(Role.Finance), await office.BrowserAsync(Role.Manager));
        var here = (await finance.SubmitAsync($"/projects/{code}/money/withdrawals/new", await DraftAsync(code))).Location!;
        await finance.SubmitAsync($"{here}/lines/new", ("Input.InvoiceId", $"{invoice}"), ("Input.Rate.Rate", "15725"), ("Input.Rate.Unit", "1"), ("Input.Rate.IsInverse", "true"), ("Input.Rate.Type", "BankConversion"), ("Input.Rate.On", Today));
        foreach (var (who, step) in new[] { (finance, "Check"), (finance, "SignFirst"), (manager, "SignSecond"), (finance, "SubmitToDonor"), (finance, "Approve") })
            await StepAsync(who, here, step);
        var mine = await PaymentAsync(here, works, "60,000.00");
        await finance.SubmitAsync($"{here}/payment", await PaymentAsync(here, works, "50,000.00"));

        var lost = await finance.SubmitAsync($"{here}/payment", mine);

        Assert.Contains("60,000.00", lost.Text, StringComparison.Ordinal);
        Assert.Contains(">30,000.00<", lost.Text, StringComparison.Ordinal);
        var late = await finance.SubmitAsync(here, $"{here}?handler=Step", ("Step.Step", "SignSecond"), ("Step.Version", "2"), ("Step.Note", "My note"));
        Assert.Contains("finance-en", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_ForAnObserver_ShowTheirAgreementWithoutForms()
    {
        var (code, _, _) = await LedgerAsync("WDR-4");
        var finance = await office.BrowserAsync(Role.Finance);
        var here = (await finance.SubmitAsync($"/projects/{code}/money/withdrawals/new", await DraftAsync(code))).Location!;
        var observer = await office.BrowserAsync(Role.Observer);

        var page = await observer.GetAsync(here);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain($"method=\"post\" action=\"{here}", page.Text, StringComparison.Ordinal);
        Assert.Contains(code, (await observer.GetAsync("/money/withdrawals?q=wdr-4")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_InIndonesian_AreWorded()
    {
        var (code, invoice, _) = await LedgerAsync("WDR-5");
        var finance = await office.BrowserAsync(Role.Finance, "id");
        var here = (await finance.SubmitAsync($"/projects/{code}/money/withdrawals/new", await DraftAsync(code))).Location!;
        await finance.SubmitAsync($"{here}/lines/new", ("Input.InvoiceId", $"{invoice}"), ("Input.Rate.Rate", "15.725"), ("Input.Rate.Unit", "1"), ("Input.Rate.IsInverse", "true"), ("Input.Rate.Type", "BankConversion"), ("Input.Rate.On", Today));

        foreach (var path in new[] { here, $"{here}/edit", $"{here}/lines/new", "/money/withdrawals?show=all", $"/projects/{code}/money/withdrawals?warning=EvidenceMissing" })
            Assert.Equal(HttpStatusCode.OK, (await finance.GetAsync(path)).Status);
        Assert.Contains("80.000,00", (await finance.GetAsync(here)).Text, StringComparison.Ordinal);
    }

    private async Task<(string Code, Guid Invoice, Guid Works)> LedgerAsync(string code)
    {
        await office.RegisterAsync(code, d => d with { AgreementId = office.Agreement.Id });
        var project = await office.ReadAsync(db => db.Projects.Where(p => p.Code == code).Select(p => p.Id).SingleAsync());
        var financing = new Financing { ProjectId = project, AgreementId = office.Agreement.Id, Number = 1, CurrencyCode = "USD", MinorUnits = 1_000_000_00 };
        var works = new ExpenditureCategory { ProjectId = project, FinancingId = financing.Id, Code = "1", Name = "Works", MinorUnits = 1_000_000_00, Percentage = 0.8m };
        var invoice = new Invoice
        {
            ProjectId = project,
            FinancingId = financing.Id,
            CategoryId = works.Id,
            Number = "INV-1",
            On = new DateOnly(2026, 2, 20),
            Payee = "PT Contoh",
            CurrencyCode = "IDR",
            Gross = 1_572_500_000_00,
        };
        await office.WriteAsync(db => db.AddRange(financing, works, invoice));
        return (code, invoice.Id, works.Id);
    }

    private async Task<(string, string)[]> DraftAsync(string code)
    {
        var financing = await office.ReadAsync(db => db.Financings.Where(f => f.ProjectId == db.Projects.Single(p => p.Code == code).Id).Select(f => f.Id).SingleAsync());
        return [("Input.FinancingId", $"{financing}"), ("Input.Procedure", nameof(WithdrawalProcedure.Reimbursement)), ("Input.On", Today), ("Input.CurrencyCode", "USD")];
    }

    private async Task<(string, string)[]> PaymentAsync(string here, Guid works, string paid) =>
    [
        ("Version", await VersionAsync(here)), ("Input.ValueDate", Today), ("Input.Parts[0].CategoryId", $"{works}"), ("Input.Parts[0].Paid", paid),
        ("Input.Rupiah.Rate", "15,800"), ("Input.Rupiah.Unit", "1"), ("Input.Rupiah.Type", nameof(RateType.BiMiddle)), ("Input.Rupiah.On", Today), ("Input.Rupiah.Source", "BI"),
    ];

    private async Task StepAsync(Browser browser, string here, string step)
    {
        var answer = await browser.SubmitAsync(here, $"{here}?handler=Step", ("Step.Step", step), ("Step.Version", await VersionAsync(here)));
        Assert.True(answer.Location == here, $"{step}: {answer.Text}");
    }

    private async Task<string> VersionAsync(string here)
    {
        var id = Guid.Parse(here[(here.LastIndexOf('/') + 1)..]);
        return $"{await office.ReadAsync(db => db.Withdrawals.Where(a => a.Id == id).Select(a => a.Version).SingleAsync())}";
    }
}
