using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>A new covenant, or one to change.</summary>
[Authorize(Policy = "money.agreement.edit")]
public sealed class CovenantModel(
    ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveCovenant save, PeopleQueries people, DocumentQueries documents)
    : FinancingRowModel<Covenant, CovenantInput>(projects, me, texts, rows, save)
{
    /// <summary>Whom it can be given to.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    /// <summary>The project's documents, any of which may show that it is complied with.</summary>
    public IReadOnlyList<Choice> Documents { get; private set; } = [];

    protected override string Name => "covenant";

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        People = await people.PeopleOfUnitAsync(Project.UnitId, cancellation);
        Documents = [.. (await documents.ListAsync(Project.Id, cancellation)).Select(document => new Choice(document.Id, document.Title))];
    }
}
