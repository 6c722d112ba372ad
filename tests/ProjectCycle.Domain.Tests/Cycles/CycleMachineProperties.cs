using FsCheck;
using FsCheck.Fluent;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Projects;
using static ProjectCycle.Domain.Tests.Cycles.SmallCycle;

namespace ProjectCycle.Domain.Tests.Cycles;

/// <summary>Random walks: each step is any trigger that exists anywhere in the template, with all facts or none.</summary>
public sealed class CycleMachineProperties
{
    private static readonly IReadOnlyList<Trigger> Triggers = [.. Template.Moves.SelectMany(m => m.Triggers).Distinct()];

    [Fact]
    public void Walk_WhateverIsFired_StaysInDeclaredStatesAndOutOfGroups() =>
        ForAnyWalk((project, _, _, _) => Template.States.Any(s => s.Code == project.State && s.Kind != StateKind.Group));

    [Fact]
    public void Walk_WhenAMoveIsRefused_ChangesNothing() =>
        ForAnyWalk((project, before, _, outcome) => outcome.Succeeded || Snapshot(project) == before);

    [Fact]
    public void Walk_WhenAMoveIsMade_EntersWhatTheCheckSaid() =>
        ForAnyWalk((project, before, check, outcome) =>
            outcome.Succeeded == check.IsOpen && (!outcome.Succeeded || (project.State == check.To && before.State == check.From)));

    [Fact]
    public void Walk_WhenResumedOrReopened_IsInTheStageItLastWasIn()
    {
        string? lastStage = null;
        ForAnyWalk((project, before, _, outcome) =>
        {
            if (Template.State(before.State).Kind == StateKind.Stage)
                lastStage = before.State;
            return !outcome.Succeeded || outcome.Value.Kind is not (MoveKind.Resume or MoveKind.Reopen) || project.State == lastStage;
        });
    }

    [Fact]
    public void Walk_WhileInAStage_RemembersNoOther() =>
        ForAnyWalk((project, _, _, _) => Template.State(project.State).Kind == StateKind.Stage == project.ResumeTo is null);

    private static void ForAnyWalk(Func<Project, (string State, DateOnly, string?), GateCheck, Outcome<MoveMade>, bool> holds) =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Pick, bool HasFacts)[]>(), walk =>
        {
            var project = NewProject();
            foreach (var ((pick, hasFacts), day) in walk.Select((step, i) => (step, i)))
            {
                var machine = Machine(project, hasFacts ? AllFacts(Template) : NoFacts);
                var trigger = Triggers[pick % Triggers.Count];
                var before = Snapshot(project);
                var check = machine.Check(trigger);
                if (!holds(project, before, check, machine.Fire(trigger, Today.AddDays(day))))
                    return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private static (string State, DateOnly StateSince, string? ResumeTo) Snapshot(Project project) =>
        (project.State, project.StateSince, project.ResumeTo);
}
