using ProjectCycle.Domain;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Features.Actors;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Actors;

/// <summary>The inputs, as <see cref="TeamMemberInput"/> names them.</summary>
public sealed class TeamMemberForm
{
    public string Name { get; set; } = "";
    public string Office { get; set; } = "";
    public TeamPosition Position { get; set; } = TeamPosition.Member;
    public bool IsPermanent { get; set; } = true;
    public DateOnly? Since { get; set; }
    public DateOnly? Until { get; set; }
}

/// <summary>Somebody of a unit's team: a new one, or one to change.</summary>
public sealed class MemberModel(TeamQueries teams, SaveTeamMember save, Texts texts) : TeamFormModel<TeamMemberForm>(teams, texts)
{
    protected override (TeamMemberForm Input, int Version)? Read()
    {
        if (IsNew)
            return (new TeamMemberForm(), 0);
        return View.Members.FirstOrDefault(m => m.Id == Id) is not { } member ? null : (new TeamMemberForm
        {
            Name = member.Name,
            Office = member.Office,
            Position = member.Position,
            IsPermanent = member.IsPermanent,
            Since = member.Since,
            Until = member.Until,
        }, member.Version);
    }

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        var input = new TeamMemberInput
        {
            Name = Input.Name,
            Office = Input.Office,
            Position = Input.Position,
            IsPermanent = Input.IsPermanent,
            Since = Input.Since,
            Until = Input.Until,
        };
        return Id is { } id ? (await save.ChangeAsync(id, input, Version, cancellation)).Refusals : (await save.AddAsync(UnitId, input, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);
}
