using System.Net;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Testing;

namespace ProjectCycle.Web.Tests.Projects;

/// <summary>The pages of the agreements: what their forms take and keep, and what the overview and the sheets show.</summary>
public sealed class ProjectMoneyTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task Agreement_FromEmptyToItsSheet_ShowsSumsAndGivesTheProjectItsDates()
    {
        var code = await office.RegisterAsync("MNY-1");
        var money = $"/projects/{code}/money";
        var finance = await office.BrowserAsync(Role.Finance);
        Assert.Contains("No agreement pays for this project yet", (await finance.GetAsync(money)).Text, StringComparison.Ordinal);
        Assert.Contains("Enter the agreement that pays for this project first.", (await finance.GetAsync($"{money}/categories/new")).Text, StringComparison.Ordinal);

        var added = await finance.SubmitAsync($"{money}/agreements/new",
            ("Input.AgreementId", $"{office.Agreement.Id}"), ("Input.Kind", "Grant"), ("Input.CurrencyCode", "eur"), ("Input.Amount", "1,000.50"),
            ("Input.SignedOn", "2026-01-15"), ("Input.EffectiveOn", "2026-02-01"), ("Input.OriginalClosingOn", "2027-02-01"));
        var financing = await office.ReadAsync(db => db.Financings.SingleAsync(f => f.AgreementId == office.Agreement.Id && db.Projects.Any(p => p.Id == f.ProjectId && p.Code == code)));
        var sheet = $"{money}/agreements/{financing.Id}";
        var category = await finance.SubmitAsync($"{money}/categories/new?financing={financing.Id}",
            ("Input.FinancingId", $"{financing.Id}"), ("Input.Code", "1A"), ("Input.Name", "Works"), ("Input.Amount", "600"), ("Input.Percentage", "80"), ("Input.Basis", "Net"));
        var overview = await finance.GetAsync(money);
        var page = await finance.GetAsync(sheet);
        var edit = await (await office.BrowserAsync(Role.Staff)).GetAsync($"/projects/{code}/edit");

        Assert.Equal($"{money}/agreements", added.Location);
        Assert.Equal(sheet, category.Location);
        Assert.Contains("EUR\u00a01,000.50", overview.Text, StringComparison.Ordinal);
        Assert.Contains("8.5%", overview.Text, StringComparison.Ordinal); // 31 of 365 days
        Assert.Contains("– n/a", overview.Text, StringComparison.Ordinal); // no contract to weigh
        Assert.Contains("EUR\u00a0400.50", page.Text, StringComparison.Ordinal); // not allocated
        Assert.Contains(sheet, edit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("""name="Input.SignedOn""", edit.Text, StringComparison.Ordinal);
        Assert.Contains("""name="Input.CompletedOn""", edit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_WhenFaulty_KeepWhatWasTypedAndSayWhy()
    {
        var (code, financing) = await FundedAsync("MNY-2");
        var money = $"/projects/{code}/money";
        var finance = await office.BrowserAsync(Role.Finance);

        var agreement = await finance.SubmitAsync($"{money}/agreements/{financing}/edit",
            ("Input.Kind", "Loan"), ("Input.CurrencyCode", "EUR"), ("Input.Amount", "1.2.3"), ("Input.Lender", "Kept lender"), ("Version", "0"));
        var category = await finance.SubmitAsync($"{money}/categories/new",
            ("Input.FinancingId", $"{financing}"), ("Input.Code", "1A"), ("Input.Name", "Kept name"), ("Input.Amount", "1000.01"), ("Input.Percentage", "101"));
        var covenant = await finance.SubmitAsync($"{money}/covenants/new", ("Input.FinancingId", $"{financing}"), ("Input.State", "Complied"));
        var gone = await finance.GetAsync($"{money}/agreements/{Guid.NewGuid()}");

        Assert.Contains("value=\"Kept lender\"", agreement.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"1.2.3\"", agreement.Text, StringComparison.Ordinal);
        Assert.Contains("This is not a number.", agreement.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Kept name\"", category.Text, StringComparison.Ordinal);
        Assert.Contains("A percentage lies between 0 and 100", category.Text, StringComparison.Ordinal);
        Assert.Equal(2, covenant.Text.Split("Please fill this in.").Length - 1);
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
    }

    [Fact]
    public async Task Observer_OfOneOfTwoAgreements_SeesThatOneAlone()
    {
        var (code, own) = await FundedAsync("MNY-3");
        var other = Samples.Agreement(office.Partner);
        await office.WriteAsync(db => db.Add(other));
        var foreign = await FundAsync(code, other.Id, 7777);
        var observer = await office.BrowserAsync(Role.Observer);

        var overview = await observer.GetAsync($"/projects/{code}/money");
        var list = await observer.GetAsync($"/projects/{code}/money/agreements");

        Assert.All(new[] { overview, list }, page =>
        {
            Assert.Contains(office.Agreement.Number, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(other.Number, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("7,777", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("8,777", page.Text, StringComparison.Ordinal); // both together
        });
        Assert.Contains("8,777", (await (await office.BrowserAsync(Role.Finance)).GetAsync($"/projects/{code}/money")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await observer.GetAsync($"/projects/{code}/money/agreements/{own}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await observer.GetAsync($"/projects/{code}/money/agreements/{foreign}")).Status);
    }

    [Fact]
    public async Task History_OfAnAmount_SaysItWithItsCurrency()
    {
        var (code, financing) = await FundedAsync("MNY-4");
        var finance = await office.BrowserAsync(Role.Finance);
        await finance.SubmitAsync($"/projects/{code}/money/categories/new",
            ("Input.FinancingId", $"{financing}"), ("Input.Code", "1A"), ("Input.Name", "Works"), ("Input.Amount", "600"), ("Input.Percentage", "80"), ("Input.Basis", "Net"));
        await finance.SubmitAsync($"/projects/{code}/money/counterpart/new",
            ("Input.FinancingId", $"{financing}"), ("Input.Kind", "InKind"), ("Input.Year", "2026"), ("Input.CurrencyCode", "IDR"), ("Input.Pledged", "1500000"));

        var history = (await (await office.BrowserAsync(Role.Auditor)).GetAsync($"/projects/{code}/history")).Text;

        Assert.All(
            ["Category of expenditure", "EUR\u00a0600.00", "80%", "without taxes", "IDR\u00a01,500,000", "In kind (land, staff, offices)", ">2026<", office.Agreement.Number],
            words => Assert.Contains(words, history, StringComparison.Ordinal));
    }

    private async Task<(string Code, Guid Financing)> FundedAsync(string code)
    {
        await office.RegisterAsync(code);
        return (code, await FundAsync(code, office.Agreement.Id, 1000));
    }

    private async Task<Guid> FundAsync(string code, Guid agreement, decimal amount)
    {
        var input = new FinancingInput { AgreementId = agreement, CurrencyCode = "EUR", Amount = amount };
        return (await office.AsAsync<SaveFinancing, Outcome<Guid>>(Role.Finance, office.Unit, save => save.AddAsync(code, input, default))).Value;
    }
}
