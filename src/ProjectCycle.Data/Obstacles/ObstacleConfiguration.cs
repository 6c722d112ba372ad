using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Obstacles;

internal sealed class ObstacleConfiguration : IEntityTypeConfiguration<Obstacle>
{
    public void Configure(EntityTypeBuilder<Obstacle> obstacle)
    {
        obstacle.ToTable("Obstacles");
        obstacle.Property(o => o.Code).HasMaxLength(10);
        obstacle.Property(o => o.StageCode).HasMaxLength(40);
        obstacle.HasOne<Project>().WithMany().HasForeignKey(o => o.ProjectId);
        obstacle.HasOne<User>().WithMany().HasForeignKey(o => o.OwnerId).OnDelete(DeleteBehavior.Restrict);
        obstacle.HasOne<StageMove>().WithMany().HasForeignKey(o => o.MoveId).OnDelete(DeleteBehavior.NoAction);

        // A project's own, and those of one code or group over all projects.
        obstacle.HasIndex(o => new { o.ProjectId, o.StartedOn });
        obstacle.HasIndex(o => new { o.Code, o.StartedOn });
    }
}
