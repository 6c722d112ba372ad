using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Domain.Actors;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Actors;

internal sealed class ProjectActorConfiguration : IEntityTypeConfiguration<ProjectActor>
{
    public void Configure(EntityTypeBuilder<ProjectActor> actor)
    {
        actor.ToTable("ProjectActors");
        actor.Property(a => a.Organisation).HasMaxLength(200);
        actor.Property(a => a.Person).HasMaxLength(200);
        actor.Property(a => a.Part).HasMaxLength(500);
        actor.Property(a => a.Contact).HasMaxLength(300);
        actor.HasOne<Project>().WithMany().HasForeignKey(a => a.ProjectId);
        actor.HasIndex(a => a.ProjectId);
    }
}

internal sealed class CoordinationTeamConfiguration : IEntityTypeConfiguration<CoordinationTeam>
{
    public void Configure(EntityTypeBuilder<CoordinationTeam> team)
    {
        team.ToTable("CoordinationTeams");
        team.Property(t => t.DecreeNumber).HasMaxLength(100);
        team.Property(t => t.Note).HasMaxLength(2000);
        team.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId);
        team.HasIndex(t => t.UnitId).IsUnique();
    }
}

internal sealed class TeamMemberConfiguration : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> member)
    {
        member.ToTable("TeamMembers");
        member.Property(m => m.Name).HasMaxLength(200);
        member.Property(m => m.Office).HasMaxLength(300);
        member.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId);
        member.HasIndex(m => m.UnitId);
    }
}

internal sealed class TeamTaskConfiguration : IEntityTypeConfiguration<TeamTask>
{
    public void Configure(EntityTypeBuilder<TeamTask> task)
    {
        task.ToTable("TeamTasks");
        task.Property(t => t.Note).HasMaxLength(2000);
        task.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId);
        task.HasOne<Project>().WithMany().HasForeignKey(t => t.ProjectId).OnDelete(DeleteBehavior.NoAction);
        task.HasOne<TeamMember>().WithMany().HasForeignKey(t => t.MemberId).OnDelete(DeleteBehavior.Restrict);

        // A unit's, the open ones apart, and those of one project.
        task.HasIndex(t => new { t.UnitId, t.DoneOn });
        task.HasIndex(t => t.ProjectId);
    }
}
