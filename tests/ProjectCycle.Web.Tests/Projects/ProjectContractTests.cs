using System.Net;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;

namespace ProjectCycle.Web.Tests.Projects;

/// <summary>The pages of contracts and invoices: from the empty register to foot sums, and what people are told on the way.</summary>
public sealed class ProjectContractTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task Register_FromTheFirstPackageOn_TeachesAndThenSums()
    {
        await office.RegisterAsync("CON-0");
        var staff = await office.BrowserAsync(Role.Staff);
        Assert.Contains("No agreement pays for this project yet", (await staff.GetAsync("/projects/CON-0/money/contracts")).Text, StringComparison.Ordinal);

        var (money, category) = await FinancedAsync("CON-1");
        Assert.Contains("No contracts yet", (await staff.GetAsync($"{money}/contracts")).Text, StringComparison.Ordinal);
        var form = await staff.GetAsync($"{money}/contracts/new");
        var bad = await staff.SubmitAsync($"{money}/contracts/new", ("Input.PackageNumber", "CW-01"), ("Input.Description", "Kept words"), ("Input.Amount", "1.2.3"), ("Input.CurrencyCode", "EUR"), ("Input.Percentage", "80"));
        var added = await staff.SubmitAsync($"{money}/contracts/new", Package(category, "CW-01", "1,250,000.50"));
        await staff.SubmitAsync($"{money}/contracts/new", Package(category, "CW-02", "250,000"));
        var register = await staff.GetAsync($"{money}/contracts");

        Assert.Contains("""name="Input.CurrencyCode" value="EUR""", form.Text, StringComparison.Ordinal);
        Assert.Contains("This is not a number.", bad.Text, StringComparison.Ordinal);
        Assert.Contains("Kept words", bad.Text, StringComparison.Ordinal);
        Assert.Equal($"{money}/contracts", added.Location);
        Assert.Contains(">1,500,000.50<", register.Text, StringComparison.Ordinal);
        Assert.Contains(">1,312,500.44<", register.Text, StringComparison.Ordinal); // 87.5 % of each, rounded each for itself
        Assert.Contains("Total of 2 contracts in EUR", register.Text, StringComparison.Ordinal);
        Assert.Contains("87.5%", register.Text, StringComparison.Ordinal);
        Assert.Contains("No contract like this", (await staff.GetAsync($"{money}/contracts?state=Running")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_AsTheContractRuns_TakesItsRowsAndSaysWhatIsWrong()
    {
        var (money, category) = await FinancedAsync("CON-2");
        var contract = ContractSamples.Contract(category);
        await office.WriteAsync(db => db.Add(contract));
        var (staff, sheet) = (await office.BrowserAsync(Role.Staff), $"{money}/contracts/{contract.Id}/sheet");

        var variation = await staff.SubmitAsync($"{money}/contracts/{contract.Id}/variations/new", ("Input.Number", "CCO-1"), ("Input.On", "2026-02-10"), ("Input.Amount", "-50,000"), ("Input.NoObjectionOn", "2026-02-01"), ("Input.Reason", "Less drains"));
        await staff.SubmitAsync($"{money}/contracts/{contract.Id}/guarantees/new", ("Input.Number", "BG-1"), ("Input.Kind", "Performance"), ("Input.Issuer", "Bank"), ("Input.CurrencyCode", "EUR"), ("Input.Amount", "5000"), ("Input.ExpiresOn", "2026-04-13"));
        var invoice = await staff.SubmitAsync($"{money}/invoices/new", Invoice(contract, "INV-1", "400,000"));
        var twice = await staff.SubmitAsync($"{money}/invoices/new", Invoice(contract, "INV-1", "10"));
        var more = await staff.SubmitAsync($"{money}/invoices/new", Invoice(contract, "INV-2", "550,000.01"));
        var progress = await staff.SubmitAsync(sheet, $"{sheet}?handler=Progress", ("Progress.Percentage", "45.5"), ("Progress.On", "2026-03-04"), ("Version", "0"));
        var late = await staff.SubmitAsync(sheet, $"{sheet}?handler=Progress", ("Progress.Percentage", "46"), ("Progress.On", "2026-03-04"), ("Version", "0"));
        var page = await staff.GetAsync(sheet);
        var removed = await staff.SubmitAsync($"{money}/contracts/{contract.Id}", $"{money}/contracts/{contract.Id}?handler=Remove", ("Version", "1"));
        var refused = await staff.GetAsync($"{money}/contracts");
        var deadlines = await staff.GetAsync("/projects/CON-2/deadlines");
        var history = await (await office.BrowserAsync(Role.Auditor)).GetAsync("/projects/CON-2/history");

        Assert.Equal(sheet, variation.Location);
        Assert.Equal($"{money}/invoices", invoice.Location);
        Assert.Contains("Invoice INV-1 of PT Contoh is entered already, dated 19 Feb 2026.", twice.Text, StringComparison.Ordinal);
        Assert.Contains("Only EUR\u00a0550,000.00 of the contract are left to invoice.", more.Text, StringComparison.Ordinal);
        Assert.Equal(sheet, progress.Location);
        Assert.Contains("saved a change on", late.Text, StringComparison.Ordinal);
        Assert.Contains("""name="Version" value="1""", late.Text, StringComparison.Ordinal);
        foreach (var words in new[] { ">950,000.00<", ">-50,000.00<", "45.5% on 4 Mar 2026", ">42%<", ">760,000.00<", "BG-1", "in 40 days" })
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Equal($"{money}/contracts", removed.Location);
        Assert.Contains("hang on this contract", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Guarantee BG-1 (Bank) expires", deadlines.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{money}/contracts\"", deadlines.Text, StringComparison.Ordinal);
        Assert.Contains("EUR\u00a0-50,000.00", history.Text, StringComparison.Ordinal);
        Assert.Contains("EUR\u00a0400,000.00", history.Text, StringComparison.Ordinal);
        Assert.Contains("45.5%", history.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contract_WhenSomebodyElseSavedFirst_KeepsTheInputAndSavesTheSecondTime()
    {
        var (money, category) = await FinancedAsync("CON-3");
        var (staff, finance) = (await office.BrowserAsync(Role.Staff), await office.BrowserAsync(Role.Finance));
        await staff.SubmitAsync($"{money}/contracts/new", Package(category, "CW-01", "100"));
        var id = await office.ReadAsync(db => db.Contracts.Where(c => c.FinancingId == category.FinancingId).Select(c => c.Id).SingleAsync());
        var form = $"{money}/contracts/{id}";

        await finance.SubmitAsync(form, [.. Package(category, "CW-01", "200"), ("Version", "0")]);
        var late = await staff.SubmitAsync(form, [.. Package(category, "CW-01", "300"), ("Version", "0")]);
        var second = await staff.SubmitAsync(form, [.. Package(category, "CW-01", "300"), ("Version", "1")]);

        Assert.Contains("saved a change on", late.Text, StringComparison.Ordinal);
        Assert.Contains("""value="300""", late.Text, StringComparison.Ordinal);
        Assert.Equal($"{form}/sheet", second.Location);
        Assert.Equal(300_00, await office.ReadAsync(db => db.Contracts.Where(c => c.Id == id).Select(c => c.MinorUnits).SingleAsync()));
    }

    [Fact]
    public async Task Invoices_OfAProject_AreListedByWhatIsLeftToDo()
    {
        var (money, category) = await FinancedAsync("CON-4");
        var staff = await office.BrowserAsync(Role.Staff);
        Assert.Contains("No invoices yet", (await staff.GetAsync($"{money}/invoices")).Text, StringComparison.Ordinal);

        await staff.SubmitAsync($"{money}/invoices/new", Costs(category, "L-1", "12,000,000", "Unpaid", ""));
        await staff.SubmitAsync($"{money}/invoices/new", Costs(category, "L-2", "500,000", "OwnFunds", "2026-03-02"));
        var all = await staff.GetAsync($"{money}/invoices");
        var unpaid = await staff.GetAsync($"{money}/invoices?show=unpaid");
        var unclaimed = await staff.GetAsync($"{money}/invoices?show=unclaimed");

        Assert.Contains(">12,500,000<", all.Text, StringComparison.Ordinal);
        Assert.Contains("Running costs", all.Text, StringComparison.Ordinal);
        Assert.Contains("L-1", unpaid.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(">L-2<", unpaid.Text, StringComparison.Ordinal);
        Assert.Contains("Total of 1 invoice in IDR", unclaimed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_ForAnObserver_ShowOnlyTheContractsOfTheirAgreement()
    {
        var (money, category) = await FinancedAsync("CON-5");
        var project = category.ProjectId;
        var other = Samples.Agreement(office.Partner);
        var secret = ContractSamples.Financing(project, other, number: 2);
        var theirs = ContractSamples.Category(secret);
        var (open, hidden) = (ContractSamples.Contract(category, "OPEN-1"), ContractSamples.Contract(theirs, "HIDDEN-1"));
        await office.WriteAsync(db => db.AddRange(other, secret, theirs, open, hidden));
        var observer = await office.BrowserAsync(Role.Observer);

        var register = await observer.GetAsync($"{money}/contracts");

        Assert.Contains("OPEN-1", register.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("HIDDEN-1", register.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{money}/contracts/new", register.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await observer.GetAsync($"{money}/contracts/{open.Id}/sheet")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await observer.GetAsync($"{money}/contracts/{hidden.Id}/sheet")).Status);
        Assert.DoesNotContain("method=\"post\" action=\"/projects", (await observer.GetAsync($"{money}/contracts/{open.Id}/sheet")).Text, StringComparison.Ordinal);
    }

    private static (string, string)[] Package(ExpenditureCategory category, string number, string amount) =>
        [("Input.PackageNumber", number), ("Input.Description", "Cell"), ("Input.CategoryId", $"{category.Id}"), ("Input.Amount", amount), ("Input.CurrencyCode", "EUR"), ("Input.Percentage", "87.5")];

    private static (string, string)[] Invoice(Contract contract, string number, string gross) =>
        [("Input.ContractId", $"{contract.Id}"), ("Input.Number", number), ("Input.On", "2026-02-19"), ("Input.Description", "Claim"), ("Input.Gross", gross)];

    private static (string, string)[] Costs(ExpenditureCategory category, string number, string gross, string from, string paidOn) =>
        [("Input.FinancingId", $"{category.FinancingId}"), ("Input.CategoryId", $"{category.Id}"), ("Input.Number", number), ("Input.On", "2026-03-01"), ("Input.Description", "Rent"),
            ("Input.Payee", "CV Sewa"), ("Input.CurrencyCode", "IDR"), ("Input.Gross", gross), ("Input.PaidFrom", from), ("Input.PaidOn", paidOn)];

    private async Task<(string Money, ExpenditureCategory Category)> FinancedAsync(string code)
    {
        await office.RegisterAsync(code, d => d with { AgreementId = office.Agreement.Id });
        var project = await office.ReadAsync(db => db.Projects.Where(p => p.Code == code).Select(p => p.Id).SingleAsync());
        var financing = ContractSamples.Financing(project, office.Agreement);
        var category = ContractSamples.Category(financing);
        await office.WriteAsync(db => db.AddRange(financing, category));
        return ($"/projects/{code}/money", category);
    }
}
