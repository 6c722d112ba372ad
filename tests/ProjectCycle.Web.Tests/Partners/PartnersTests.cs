using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Partners;

public sealed class PartnersTests(WebProgram program) : IClassFixture<WebProgram>
{
    [Fact]
    public async Task New_WhenSound_StandsInTheList()
    {
        var (browser, _) = await program.SignedInAsync(Role.Staff);

        var answer = await browser.SubmitAsync("/partners/new", ("Input.Name", "City of Kassel"), ("Input.Kind", "ForeignCity"), ("Input.CountryCode", "DE"));

        Assert.StartsWith("/partners/", answer.Location, StringComparison.Ordinal);
        Assert.Contains("City of Kassel", (await browser.GetAsync("/partners?q=kassel&kind=ForeignCity")).Text, StringComparison.Ordinal);
        Assert.Contains("Germany", (await browser.GetAsync(answer.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_AfterSomebodyElse_TellsKeepsTheTypedAndSavesWhenSentAgain()
    {
        var partner = Samples.Partner();
        await program.WriteAsync(partner);
        var address = $"/partners/{partner.Id}/edit";
        var (first, _) = await program.SignedInAsync(Role.Staff);
        var (second, _) = await program.SignedInAsync(Role.Staff);
        await first.SubmitAsync(address, ("Input.Name", partner.Name), ("Input.Kind", "Donor"), ("Input.Notes", "first"), ("Version", "0"));

        var told = await second.SubmitAsync(address, ("Input.Name", partner.Name), ("Input.Kind", "Donor"), ("Input.Notes", "second"), ("Version", "0"));

        Assert.Contains("saved a change", told.Text, StringComparison.Ordinal);
        Assert.Contains("second</textarea>", told.Text, StringComparison.Ordinal);
        Assert.Equal("first", await NotesAsync(partner.Id));
        Assert.Contains("name=\"Version\" value=\"1\"", told.Text, StringComparison.Ordinal);
        await second.SubmitAsync(address, ("Input.Name", partner.Name), ("Input.Kind", "Donor"), ("Input.Notes", "second"), ("Version", "1"));
        Assert.Equal("second", await NotesAsync(partner.Id));
    }

    [Fact]
    public async Task Agreement_WhenAddedAndChanged_StandsOnThePartnersPage()
    {
        var partner = Samples.Partner();
        await program.WriteAsync(partner);
        var (browser, _) = await program.SignedInAsync(Role.Staff);

        await browser.SubmitAsync($"/partners/{partner.Id}?agreement=new", ("Input.Number", "2026 65 001"), ("Input.Title", "Loan"), ("Input.SignedOn", "2026-02-03"));
        var agreement = await program.ReadAsync(db => db.Agreements.AsNoTracking().SingleAsync(a => a.PartnerId == partner.Id));
        var form = await browser.GetAsync($"/partners/{partner.Id}?agreement={agreement.Id}");

        Assert.Contains("value=\"2026-02-03\"", form.Text, StringComparison.Ordinal);
        Assert.Contains("3 Feb 2026", form.Text, StringComparison.Ordinal);
        await browser.SubmitAsync($"/partners/{partner.Id}?agreement={agreement.Id}", ("Input.Number", "2026 65 002"), ("Input.Title", "Loan"), ("Version", "0"));
        Assert.Contains("2026 65 002", (await browser.GetAsync($"/partners/{partner.Id}")).Text, StringComparison.Ordinal);
    }

    private Task<string> NotesAsync(Guid id) => program.ReadAsync(db => db.Partners.Where(p => p.Id == id).Select(p => p.Notes).SingleAsync());
}
