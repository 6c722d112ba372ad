using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Projects.Contracts;

/// <summary>The contract register of a project, with foot sums by currency.</summary>
[Authorize(Policy = "project.view")]
public sealed class ContractsModel(ProjectPage projects, CurrentUser me, ContractRegister register, MoneyRows rows) : MoneyPageModel(projects, me)
{
    /// <summary>Null for all that were not cancelled.</summary>
    [BindProperty(SupportsGet = true)]
    public ContractState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Financing { get; set; }

    public override string Part => MoneyParts.Contracts;

    protected override Right EditRight => Rights.EditContract;

    public IReadOnlyList<FinancingRow> Financings { get; private set; } = [];

    public ContractPage Register { get; private set; } = null!;

    public bool IsNarrowed => State is not null || Financing is not null;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        Financings = await rows.FinancingsAsync(Project.Id, cancellation);
        Register = await register.PageAsync(new ContractFilter { ProjectId = Project.Id, FinancingId = Financing, State = State, Page = number }, cancellation);
    }
}
