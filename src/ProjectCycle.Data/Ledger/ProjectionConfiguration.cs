using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Data.Ledger;

internal sealed class ProjectionConfiguration : IEntityTypeConfiguration<Projection>
{
    public void Configure(EntityTypeBuilder<Projection> projection)
    {
        projection.ToTable("Projections");
        projection.Property(p => p.Reason).HasMaxLength(500);
        projection.OfFinancing();
        projection.HasMany(p => p.Points).WithOne().HasForeignKey(point => point.ProjectionId);
        projection.HasIndex(p => new { p.FinancingId, p.Kind, p.Revision }).IsUnique();
    }
}

internal sealed class ProjectionPointConfiguration : IEntityTypeConfiguration<ProjectionPoint>
{
    public void Configure(EntityTypeBuilder<ProjectionPoint> point)
    {
        point.ToTable("ProjectionPoints");
        point.HasIndex(p => new { p.ProjectionId, p.On }).IsUnique();
    }
}
